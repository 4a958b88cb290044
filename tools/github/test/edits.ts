import type { ScratchRepository } from "./scratch-repository.ts";

const file = "spec/openapi.yaml";

/** An edit of the document, as a pull request brings it. */
export interface Edit {
  readonly name: string;
  readonly apply: (repository: ScratchRepository) => Promise<unknown>;
}

const replaced = (name: string, was: string, now: string): Edit => ({
  name,
  apply: async ({ replace }) => replace(file, was, now),
});

const changeset = (bump: string): Readonly<Record<string, string>> => ({
  ".changeset/edit.md": `---\n"@example/contract": ${bump}\n---\n\nChannels changed.\n`,
});

/** Different in kind; every one has its comment in `fixtures/comments`. */
export const edits: readonly Edit[] = [
  replaced(
    "words",
    "description: The task that the channel serves.",
    "description: The task that the channel serves, if any.",
  ),
  replaced(
    "property-added",
    "        task:\n",
    "        queue:\n          type: string\n        task:\n",
  ),
  replaced(
    "property-removed",
    '        task:\n          type: [string, "null"]\n          description: The task that the channel serves.\n',
    "",
  ),
  replaced(
    "parameter-required",
    "      parameters:\n        - name: PageSize\n",
    "      parameters:\n        - name: Region\n          in: query\n          required: true\n          schema: { type: string }\n        - name: PageSize\n",
  ),
  replaced("value-added", "enum: [open, paused, closed]", "enum: [open, paused, closed, archived]"),
  replaced(
    "operation-removed",
    '    delete:\n      operationId: closeChannel\n      summary: Closes a channel\n      responses:\n        "204":\n          description: Closed.\n',
    "",
  ),
  replaced("type-changed", "code: { type: integer, example: 20404 }", "code: { type: string }"),
  replaced("limit-lowered", "maxLength: 64", "maxLength: 32"),
  replaced(
    "pattern-compared",
    'sid:\n          type: string\n          pattern: "^CH[0-9a-f]{32}$"',
    'sid:\n          type: string\n          pattern: "^(?=C)CH(?!0000)[0-9a-f]{32}$"',
  ),
  replaced("operation-renamed", "operationId: fetchChannel", "operationId: getChannel"),
  replaced(
    "status-added",
    '        "404":\n',
    '        "410":\n          description: The channel was closed.\n        "404":\n',
  ),
  replaced(
    "credentials-changed",
    "      type: http\n      scheme: basic\n",
    "      type: http\n      scheme: bearer\n",
  ),
  {
    name: "written-differently",
    apply: async ({ replace }) =>
      replace(
        file,
        "        name: { type: string, minLength: 1, maxLength: 64 }\n        note: { type: string }",
        "        note: { type: [string] }\n        name: { allOf: [{ maxLength: 64 }, { minLength: 1, type: string }] }",
      ),
  },
  {
    name: "waived-and-declared",
    apply: async ({ replace, write }) => {
      await replace(file, "maxLength: 64", "maxLength: 32");
      await write({
        ...changeset("major"),
        "contract-review.waivers.yaml": [
          "- fingerprint: FINGERPRINT",
          "  reason: No name was longer than 20; @api-team looked at the logs of October (#12).",
          '  owner: "@api-team"',
          "  expires: 2027-01-31",
          "",
        ].join("\n"),
      });
    },
  },
  {
    name: "declared-too-low",
    apply: async ({ replace, write }) => {
      await replace(
        file,
        "        task:\n",
        "        queue:\n          type: string\n        task:\n",
      );
      await write(changeset("patch"));
    },
  },
  {
    name: "no-openapi",
    apply: async ({ replace }) => replace(file, 'type: [string, "null"]', "type: [string, nil]"),
  },
  {
    name: "example-mismatch",
    apply: async ({ replace, write }) => {
      await replace(file, "example: 20404", "example: not-found");
      await write(changeset("patch"));
    },
  },
  {
    name: "generated-stale",
    apply: async ({ write }) => write({ "generated.txt": "edited by hand\n" }),
  },
  {
    name: "document-moved",
    apply: async ({ git, replace }) => {
      git("mv", file, "openapi.yaml");
      await replace("contract-review.yaml", file, "openapi.yaml");
      await replace("openapi.yaml", "maximum: 100", "maximum: 50");
    },
  },
  {
    name: "document-deleted",
    apply: async ({ git }) => Promise.resolve(git("rm", "--quiet", file)),
  },
  {
    name: "document-added",
    apply: async ({ git, read, write, commit }) => {
      const text = await read(file);
      git("switch", "--quiet", "main");
      git("rm", "--quiet", file);
      commit("before the document");
      git("branch", "--delete", "--force", "--quiet", "feature");
      git("switch", "--quiet", "--create", "feature");
      await write({ [file]: text });
    },
  },
];
