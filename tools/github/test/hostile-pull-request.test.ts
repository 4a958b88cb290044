import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "../src/command/run.ts";
import { hostileBranch, hostileFile, hostileText } from "./hostile.ts";
import { commandsIn, renderMarkdown } from "./inert.ts";
import {
  type ScratchRepository,
  scratchRepository,
  scratchTerminal,
} from "./scratch-repository.ts";

// Real programs on a machine that has other work: slow is not wrong.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let repository: ScratchRepository;
let base = "";
beforeEach(async () => {
  repository = await scratchRepository(hostileFile);
  base = repository.git("rev-parse", "HEAD");
  repository.git("switch", "--quiet", "--create", hostileBranch);
});
afterEach(async () => repository.remove());

interface Told {
  readonly status: number;
  readonly log: string;
  readonly summary: string;
}

/** The analysis as a workflow runs it, then the gate, both in the runner's environment. */
async function analyse(): Promise<Told> {
  const { root } = repository;
  const head = repository.commit(hostileText.replaceAll(/[\0]/g, ""));
  const event = join(root, ".git", "event.json");
  const summaryFile = join(root, ".git", "summary.md");
  const headRepository = { full_name: "mallory/r" };
  writeFileSync(summaryFile, "");
  writeFileSync(
    event,
    JSON.stringify({
      pull_request: {
        number: 7,
        title: hostileText,
        body: hostileText,
        user: { login: "mallory" },
        base: { sha: base },
        head: { sha: head, ref: hostileBranch, repo: headRepository },
      },
    }),
  );
  const { terminal, said } = scratchTerminal(root, {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_PATH: event,
    GITHUB_STEP_SUMMARY: summaryFile,
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "o/r",
    GITHUB_RUN_ID: "42",
  });
  const out = join(root, ".git", "out");
  const analysed = await run(["analyse", "--out", out], terminal);
  const status = analysed === 0 ? await run(["gate", out], terminal) : analysed;
  const { readFile } = await import("node:fs/promises");
  return { status, log: said(), summary: await readFile(summaryFile, "utf8") };
}

/** Everything that would act, had it been let through. */
const active =
  /@mallory|@o\/team|#1|GH-2|o\/r#3|0123456789abcdef|evil\.example|onerror|<img|<script|javascript:|\u202E|\u200B|\u001B|\u0007|\[ \]/i;

function expectInert(text: string): void {
  const { links, outsideCode, tags } = renderMarkdown(text);
  expect(outsideCode).not.toMatch(active);
  for (const tag of tags) {
    expect([
      "a",
      "code",
      "details",
      "em",
      "h2",
      "h3",
      "h4",
      "li",
      "p",
      "pre",
      "strong",
      "sub",
      "summary",
      "table",
      "tbody",
      "td",
      "th",
      "thead",
      "tr",
      "ul",
      "br",
      "ol",
    ]).toContain(tag);
  }
  for (const link of links) {
    expect(link).toMatch(
      /^https:\/\/github\.com\/(?:o\/r\/(?:blob\/[0-9a-f]{40}\/|actions\/runs\/42#artifacts$)|mallory\/r\/new\/)/,
    );
  }
  expect(text).not.toMatch(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/,
  );
}

const place = "components/schemas";

const rows: readonly {
  readonly name: string;
  readonly edit: () => Promise<unknown>;
  /** Whether the text is shown at all. @default true */
  readonly isShown?: boolean;
}[] = [
  {
    name: "a value of an enumeration",
    edit: async () =>
      repository.replace(
        hostileFile,
        "enum: [open, paused, closed]",
        `enum: [open, paused, closed, ${JSON.stringify(hostileText)}]`,
      ),
  },
  {
    name: "a property's name",
    edit: async () =>
      repository.replace(
        hostileFile,
        "required: [name]",
        `required: [name, ${JSON.stringify(hostileText)}]`,
      ),
  },
  {
    name: "a path and an operation's name",
    edit: async () =>
      repository.replace(
        hostileFile,
        "paths:\n",
        `paths:\n  ${JSON.stringify(`/${hostileText}`)}:\n    get:\n      operationId: ${JSON.stringify(hostileText)}\n      responses: { "204": { description: Done } }\n`,
      ),
  },
  {
    name: "a parameter that is required",
    edit: async () =>
      repository.replace(
        hostileFile,
        "        - name: PageSize\n",
        `        - name: ${JSON.stringify(hostileText)}\n          in: query\n          required: true\n          schema: { type: string }\n        - name: PageSize\n`,
      ),
  },
  {
    name: "words",
    isShown: false,
    edit: async () =>
      repository.replace(
        hostileFile,
        "description: The task that the channel serves.",
        `description: ${JSON.stringify(hostileText)}`,
      ),
  },
  {
    name: "a document that cannot be read",
    edit: async () =>
      repository.replace(
        hostileFile,
        'type: [string, "null"]',
        `type: ${JSON.stringify(hostileText)}`,
      ),
  },
  {
    name: "a document that is no YAML",
    edit: async () => repository.write({ [hostileFile]: `openapi: "3.1.0\n${hostileText}\n` }),
  },
  {
    name: "an example that does not fit",
    edit: async () =>
      repository.replace(hostileFile, "example: 20404", `example: ${JSON.stringify(hostileText)}`),
  },
  {
    name: "a reference",
    edit: async () =>
      repository.replace(
        hostileFile,
        `"#/${place}/NewChannel"`,
        JSON.stringify(`#/${place}/${hostileText}`),
      ),
  },
  {
    name: "a waiver",
    edit: async () => {
      await repository.replace(hostileFile, "maxLength: 64", "maxLength: 32");
      await repository.write({
        "contract-review.waivers.yaml": `- fingerprint: "394621040c0630df"\n  reason: ${JSON.stringify(hostileText)}\n  owner: ${JSON.stringify(hostileText)}\n  expires: 2027-01-31\n- fingerprint: "0000000000000000"\n  reason: unused\n  owner: ${JSON.stringify(hostileText)}\n  expires: 2027-01-31\n`,
      });
    },
  },
  {
    name: "a waiver that cannot be read",
    edit: async () =>
      repository.write({
        "contract-review.waivers.yaml": `- fingerprint: ${JSON.stringify(hostileText)}\n  reason: x\n  owner: x\n  expires: 2027-01-31\n`,
      }),
  },
  {
    name: "the settings' levels and packages",
    edit: async () => {
      await repository.replace(hostileFile, "maxLength: 64", "maxLength: 32");
      await repository.write({
        "contract-review.yaml": `document: ${JSON.stringify(hostileFile)}\npackages: [${JSON.stringify(hostileText)}]\nlevels: { message-refused: { bump: major, reason: ${JSON.stringify(hostileText)} } }\n`,
      });
    },
  },
  {
    name: "a changeset",
    isShown: false,
    edit: async () =>
      repository.write({
        ".changeset/x.md": `---\n${JSON.stringify(hostileText)}: major\n---\n\n${hostileText}\n`,
      }),
  },
  {
    name: "a changeset that cannot be read, in a file of a hostile name",
    edit: async () =>
      repository.write({ [`.changeset/${hostileFile.slice(5)}.md`]: `---\n${hostileText}\n` }),
  },
  {
    name: "what a command of the gate writes",
    edit: async () => {
      await repository.write({
        "loud.mjs": `console.log(${JSON.stringify(hostileText)}); process.exit(1);\n`,
      });
      await repository.write({
        ".github/contract-gate.yaml": `checks: [{ name: loud, title: Quiet., otherwise: Loud., run: [node, loud.mjs], mend: hush }]\n`,
      });
    },
  },
];

test.each(rows)(
  "$name injects nothing into summary, annotations and log",
  async ({ edit, isShown = true }) => {
    await edit();
    const { log, summary } = await analyse();
    expect(summary.includes("h-mention")).toBe(isShown);
    expectInert(summary);
    // Nothing but annotations of ours, one a line, outside of the stretches that nobody obeys.
    for (const command of commandsIn(log)) expect(command).toMatch(/^(?:error|warning|notice)\b/);
    expect(log).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
  },
);
