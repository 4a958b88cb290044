/** A text of a file that a maintainer replaces: where it stands once, or wherever it stands. */
export interface TextEdit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** @default "once" */
  readonly where?: "once" | "everywhere";
}

const document = "spec/openapi.yaml";
const exchange = "spec/examples/fetchChannel.200.json";
const page = "spec/test/reference-page.test.ts";

/** An edit of the document, and what its release must be for a consumer. */
export interface ContractEdit {
  readonly name: "patch" | "minor" | "breaking";
  /** What the review must say. */
  readonly bump: "patch" | "minor" | "major";
  readonly edits: readonly TextEdit[];
  /** The heading that the changelogs of contract and client must have. */
  readonly told: string;
  /** A property that compiles from this version on. */
  readonly added?: string;
  /** What the consumer must stop using, once the compiler said so. */
  readonly removed?: string;
}

/**
 * In this order, each on top of the one before. Twilio's page changed, so the example exchange and
 * the tests that hold the document to the page change with it, as the gate asks.
 */
export const contractEdits: readonly ContractEdit[] = [
  {
    name: "patch",
    bump: "patch",
    edits: [
      {
        file: document,
        from: "      description: A Flex chat channel.\n",
        to: "      description: A Flex chat channel of Flex UI 1.x.\n",
      },
    ],
    told: "documentation only",
  },
  {
    name: "minor",
    bump: "minor",
    edits: [
      {
        file: document,
        from: "        - task_sid\n",
        to: "        - channel_status\n        - task_sid\n",
      },
      {
        file: document,
        from: "        task_sid:\n          type:\n",
        to: `        channel_status:
          type:
            - string
            - "null"
          minLength: 1
          description: The status of the channel.
        task_sid:
          type:
`,
      },
      {
        file: document,
        from: "                    task_sid: WT",
        to: "                    channel_status: open\n                    task_sid: WT",
      },
      { file: exchange, from: '"task_sid": ', to: '"channel_status": "open",\n      "task_sid": ' },
      { file: page, from: '    "task_sid",\n', to: '    "channel_status",\n    "task_sid",\n' },
      { file: page, from: 'task_sid: "WT', to: 'channel_status: "open",\n      task_sid: "WT' },
    ],
    told: "compatible",
    added: "channel_status",
  },
  {
    name: "breaking",
    bump: "major",
    edits: [document, exchange, page, "spec/test/channel-schema.test.ts"].map((file) => ({
      file,
      from: "task_sid",
      to: "routing_sid",
      where: "everywhere",
    })),
    told: "breaking",
    added: "routing_sid",
    removed: "task_sid",
  },
];

/** A file after an edit. A text that is not there, or there twice, is the rehearsal's mistake. */
export function editText(text: string, { file, from, to, where = "once" }: TextEdit): string {
  const parts = text.split(from);
  const found = parts.length - 1;
  if (found === 0 || (where === "once" && found > 1)) {
    throw new Error(`${file}: expected ${where}, found ${found} times: ${JSON.stringify(from)}`);
  }
  return parts.join(to);
}
