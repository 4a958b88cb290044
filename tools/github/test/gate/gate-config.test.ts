import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultGateConfig, parseGateConfig } from "../../src/gate/gate-config.ts";

const root = join(import.meta.dirname, "..", "..", "..", "..");

test("what is left out has its default", () => {
  expect(parseGateConfig("{}", "gate.yaml")).toEqual(defaultGateConfig);
});

test("this repository's own gate is one", async () => {
  const file = ".github/contract-gate.yaml";
  const { checks, commands } = parseGateConfig(await readFile(join(root, file), "utf8"), file);
  expect(checks.map(({ name }) => name)).toEqual(["generated-fresh", "document-rules"]);
  const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const command of [...Object.values(commands), "pnpm generate"]) {
    expect(scripts).toHaveProperty([command.split(" ")[1] ?? ""]);
  }
});

const rows = [
  { name: "a field that nobody knows", given: "check: []", want: /unknown field "check"/ },
  { name: "no object", given: "- a", want: /gate\.yaml: expected an object/ },
  { name: "no YAML", given: "checks: [", want: /no YAML/ },
  { name: "checks that are no list", given: "checks: a", want: /checks: expected a list/ },
  {
    name: "a check without a command",
    given: "checks: [{ name: a, title: A., otherwise: Not a., mend: b, run: [] }]",
    want: /checks\[0\]\.run: expected a list of texts/,
  },
  {
    name: "a check whose name could be markup",
    given: 'checks: [{ name: "<a>", title: A., otherwise: Not a., mend: b, run: [c] }]',
    want: /checks\[0\]\.name: expected a name in kebab-case/,
  },
  { name: "an alias", given: "checks: &a []\njudges: *a", want: /no YAML/ },
] as const;

test.each(rows)("$name is refused", ({ given, want }) => {
  expect(() => parseGateConfig(given, "gate.yaml")).toThrow(want);
});
