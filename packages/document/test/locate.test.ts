import { assert, integer, jsonValue, property } from "fast-check";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { JsonValue } from "../src/json.ts";
import { isJsonArray, isJsonObject } from "../src/json.ts";
import { childPointer } from "../src/json-pointer.ts";
import { parseJson } from "../src/syntax/parse-json.ts";
import { parseYaml } from "../src/syntax/parse-yaml.ts";
import { sound } from "./sound.ts";

const limits = { maxDepth: 100, maxAliasValues: 100 };

type Path = readonly (string | number)[];

function pathsIn(value: JsonValue, path: Path = []): readonly Path[] {
  if (isJsonArray(value)) {
    return [path, ...value.flatMap((item, index) => pathsIn(item, [...path, index]))];
  }
  if (!isJsonObject(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([name, item]) => pathsIn(item, [...path, name]))];
}

const json = jsonValue({ maxDepth: 4 });

test("each value of a JSON text is located where another parser finds it", () => {
  assert(
    property(json, integer({ min: 0, max: 3 }), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      const tree = parseTree(text);
      const parsed = parseJson(text, limits);
      expect(parsed.value).toEqual(JSON.parse(text));
      for (const path of pathsIn(JSON.parse(text))) {
        const node = tree === undefined ? undefined : findNodeAtLocation(tree, [...path]);
        const { start, end } = parsed.locate(path.map(String), "value");
        expect([start, end - start]).toEqual([node?.offset, node?.length]);
      }
    }),
    { numRuns: 200 },
  );
});

test("JSON read as YAML is the same value at the same places", () => {
  assert(
    property(json, (value) => {
      const text = JSON.stringify(value, undefined, 2);
      const asJson = parseJson(text, limits);
      const asYaml = parseYaml(text, limits);
      expect(asYaml.value).toEqual(asJson.value);
      for (const path of pathsIn(JSON.parse(text))) {
        const tokens = path.map(String);
        expect(asYaml.locate(tokens, "value")).toEqual(asJson.locate(tokens, "value"));
        expect(asYaml.locate(tokens, "key")).toEqual(asJson.locate(tokens, "key"));
      }
    }),
    { numRuns: 200 },
  );
});

const text = `openapi: 3.1.1
info: &info
  title: "a title"
  version: '1'
paths: {}
x-list:
  - one
  -   two: 2
x-again: *info
x-block: |
  some
  text
`;

const rows: readonly { pointer: string; at?: "key"; want: string }[] = [
  { pointer: "", want: text.trimEnd() },
  { pointer: "/info/title", want: '"a title"' },
  { pointer: "/info/title", at: "key", want: "title" },
  { pointer: "/info/version", want: "'1'" },
  { pointer: "/info", want: "title: \"a title\"\n  version: '1'" },
  { pointer: "/paths", want: "{}" },
  { pointer: "/x-list/0", want: "one" },
  { pointer: "/x-list/1/two", want: "2" },
  { pointer: "/x-list/1", want: "two: 2" },
  { pointer: "/x-again", want: "*info" },
  { pointer: "/x-again/title", want: '"a title"' },
  { pointer: "/x-block", want: "|\n  some\n  text" },
  { pointer: "/x-list/7/two", want: "- one\n  -   two: 2" },
  { pointer: "/nowhere", want: text.trimEnd() },
  { pointer: "no pointer", want: text.trimEnd() },
];

test.each(rows)("$pointer ($at) is located at its text", ({ pointer, at, want }) => {
  const document = sound(text);
  const { file, start, end } = document.locate(pointer, at ?? "value");
  expect(file).toBe("api.yaml");
  expect(document.text.slice(start.offset, end.offset)).toBe(want);
});

test("lines and columns count UTF-16 code units, with every line end", () => {
  const document = sound(
    'openapi: 3.1.1\r\ninfo: { title: "😀", version: "1" }\r\npaths: {}\r\nx-a: "\u2028" # \u2029\r\nx-b: 1\r\n',
  );
  const offset = (part: string): number => document.text.indexOf(part);
  expect(document.locate("/info/version", "key").start).toEqual({
    line: 2,
    column: 22,
    offset: offset("version"),
  });
  expect(document.locate("/x-b").start).toEqual({ line: 5, column: 6, offset: offset("x-b") + 5 });
});

test("a pointer is escaped as RFC 6901 says", () => {
  const document = sound(
    'openapi: 3.1.1\ninfo: { title: T, version: "1" }\npaths: {}\nx-a: { "a/b": { "c~d": { "": { "~1": here } } } }\n',
  );
  const pointer = ["x-a", "a/b", "c~d", "", "~1"].reduce<string>(childPointer, "");
  expect(pointer).toBe("/x-a/a~1b/c~0d//~01");
  const { start, end } = document.locate(pointer);
  expect(document.text.slice(start.offset, end.offset)).toBe("here");
});

test("YAML has the value that its own library gives", () => {
  expect(parseYaml(text, limits).value).toEqual(parse(text));
});
