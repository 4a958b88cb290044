import type { Parameter } from "@flex-channels/contract";
import { expect, test } from "vitest";
import { parameterValue } from "../src/parameter-values.ts";

const strings = { type: "array", items: { type: "string" } } as const;
const integers = { type: "array", items: { type: "integer" } } as const;

interface Row {
  readonly given: Partial<Parameter> & Pick<Parameter, "in" | "style">;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly want: unknown;
}

/** The rows follow the style examples of OpenAPI 3.1 §4.8.12.5. */
const rows: readonly Row[] = [
  { given: { in: "path", style: "simple" }, path: "blue", want: "blue" },
  { given: { in: "path", style: "simple", schema: strings }, path: "a,b", want: ["a", "b"] },
  { given: { in: "path", style: "label" }, path: ".blue", want: "blue" },
  { given: { in: "path", style: "label", schema: strings }, path: ".a,b", want: ["a", "b"] },
  {
    given: { in: "path", style: "label", explode: true, schema: strings },
    path: ".a.b",
    want: ["a", "b"],
  },
  { given: { in: "path", style: "matrix" }, path: ";p=blue", want: "blue" },
  { given: { in: "path", style: "matrix", schema: strings }, path: ";p=a,b", want: ["a", "b"] },
  {
    given: { in: "path", style: "matrix", explode: true, schema: strings },
    path: ";p=a;p=b",
    want: ["a", "b"],
  },
  { given: { in: "query", style: "form" }, query: "q=1", want: undefined },
  { given: { in: "query", style: "form", schema: { type: "integer" } }, query: "p=1", want: 1 },
  { given: { in: "query", style: "form", schema: { type: "integer" } }, query: "p=1x", want: "1x" },
  { given: { in: "query", style: "form", schema: { type: "integer" } }, query: "p=01", want: "01" },
  {
    given: { in: "query", style: "form", schema: { type: "number" } },
    query: "p=-1e2",
    want: -100,
  },
  {
    given: { in: "query", style: "form", schema: { type: "boolean" } },
    query: "p=true",
    want: true,
  },
  {
    given: { in: "query", style: "form", schema: { type: ["integer", "null"] } },
    query: "p=",
    want: null,
  },
  {
    given: { in: "query", style: "form", explode: true, schema: integers },
    query: "p=1&p=2",
    want: [1, 2],
  },
  {
    given: { in: "query", style: "form", explode: true, schema: strings },
    query: "p=a,b",
    want: ["a,b"],
  },
  { given: { in: "query", style: "form", schema: integers }, query: "p=1,2", want: [1, 2] },
  { given: { in: "query", style: "form", schema: strings }, query: "p=", want: [] },
  {
    given: { in: "query", style: "spaceDelimited", schema: strings },
    query: "p=a%20b",
    want: ["a", "b"],
  },
  {
    given: { in: "query", style: "pipeDelimited", schema: strings },
    query: "p=a|b",
    want: ["a", "b"],
  },
  {
    given: { in: "query", style: "deepObject", schema: { type: "object" } },
    query: "p[a]=1&p[b]=2&q=3",
    want: { a: "1", b: "2" },
  },
  {
    given: { in: "query", style: "deepObject", schema: { type: "object" } },
    query: "q=3",
    want: undefined,
  },
  {
    given: { in: "header", style: "simple", schema: integers },
    headers: { p: "1, 2" },
    want: [1, 2],
  },
  { given: { in: "header", style: "simple" }, want: undefined },
  { given: { in: "cookie", style: "form" }, headers: { cookie: "q=1; p=a%20b" }, want: "a b" },
  { given: { in: "cookie", style: "form" }, headers: { cookie: "q=1; p=100%" }, want: "100%" },
];

const named = rows.map((row) => {
  const { given, path, query, headers } = row;
  const carried = path ?? query ?? JSON.stringify(headers ?? "nothing");
  return { name: `${given.style} ${given.in} parameter in ${carried}`, row };
});

test.each(named)("a $name is read as $row.want", ({ row }) => {
  const { given, path, query = "", headers = {}, want } = row;
  const parameter = { name: "p", required: false, explode: false, schema: {}, ...given };
  const value = parameterValue(parameter, {
    path: path === undefined ? {} : { p: path },
    url: new URL(`https://a/?${query}`),
    headers: new Headers({ ...headers }),
  });
  expect(value).toEqual(want);
});
