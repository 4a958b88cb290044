import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

/*
 * The build shortens the properties that private-names.mjs lists. A member that a consumer meets, or
 * a name of the document, must not be among them: it would be another one in what is shipped.
 */

const root = join(import.meta.dirname, "..");
const { privateNames } = (await import(join(root, "private-names.mjs"))) as {
  readonly privateNames: readonly string[];
};

/** What api.md lists, and the classes and unions beneath. */
const publicNames = new Set([
  ...[...readFileSync(join(root, "api.md"), "utf8").matchAll(/^\| `(\w+)`/gm)].map(
    ([, name = ""]) => name,
  ),
  "FlexErrorBase",
]);

/** The members of public interfaces and classes, and where they stand. */
function* publicMembers(): Generator<{ readonly member: string; readonly where: string }> {
  for (const file of readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const text = readFileSync(join(root, "src", file), "utf8");
    for (const [, name = "", block = ""] of text.matchAll(
      /^export (?:abstract )?(?:interface|class) (\w+)([\s\S]*?)^\}/gm,
    )) {
      if (!publicNames.has(name)) continue;
      for (const [, member = ""] of block.matchAll(/^ {2}(?:\w+ )*(\w+)\??[:(]/gm)) {
        yield { member, where: `${name} in ${file}` };
      }
    }
  }
}

/** What the document calls something: it becomes a property of methods, arguments and answers. */
function* namesOf(node: unknown): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  const { properties, operationId, name } = node as Readonly<Record<string, unknown>>;
  yield* Object.keys(Object(properties) as object);
  for (const one of [operationId, name]) if (typeof one === "string") yield one;
  for (const inner of Object.values(node)) yield* namesOf(inner);
}

describe("no private name is", () => {
  test("a member that a consumer meets", () => {
    const members = [...publicMembers()];
    expect(members.map(({ member }) => member)).toEqual(
      expect.arrayContaining([
        "timeoutMs",
        "onRetry",
        "toJSON",
        "attempts",
        "dispatch",
        "getReader",
      ]),
    );
    expect(members.filter(({ member }) => privateNames.includes(member))).toEqual([]);
  });

  test("a name of the document", () => {
    const names = [...namesOf(parse(readFileSync(join(root, "../../spec/openapi.yaml"), "utf8")))];
    expect(names).toEqual(expect.arrayContaining(["fetchChannel", "task_sid", "Sid"]));
    expect(names.filter((name) => privateNames.includes(name))).toEqual([]);
  });
});
