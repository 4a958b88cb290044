/** One text of the document, which stands there exactly once, and what takes its place. */
export interface TextEdit {
  readonly from: string;
  readonly to: string;
}

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

/** In this order, each on top of the one before. */
export const contractEdits: readonly ContractEdit[] = [
  {
    name: "patch",
    bump: "patch",
    edits: [
      {
        from: "          description: The SID of the chat user.\n",
        to: "          description: The SID of the chat user who asked for help.\n",
      },
    ],
    told: "documentation only",
  },
  {
    name: "minor",
    bump: "minor",
    edits: [
      {
        from: "        task_sid:\n          type:\n",
        to: '        channel_status:\n          type:\n            - string\n            - "null"\n          description: The status of the channel.\n        task_sid:\n          type:\n',
      },
    ],
    told: "compatible",
    added: "channel_status",
  },
  {
    name: "breaking",
    bump: "major",
    edits: [
      { from: "        - task_sid\n", to: "" },
      {
        from: "        task_sid:\n          type:\n",
        to: "        routing_sid:\n          type:\n",
      },
    ],
    told: "breaking",
    removed: "task_sid",
  },
];

/** A document after an edit. A text that is not there, or there twice, is the rehearsal's mistake. */
export function editDocument(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce((edited, { from, to }) => {
    const parts = edited.split(from);
    if (parts.length !== 2) {
      throw new Error(
        `spec/openapi.yaml: expected once, found ${parts.length - 1} times: ${JSON.stringify(from)}`,
      );
    }
    return parts.join(to);
  }, text);
}
