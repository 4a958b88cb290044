import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { complaints } from "./compile.ts";
import { generateText } from "./generate-text.ts";

const folder = join(import.meta.dirname, "fixtures/odd");
const names = (await readdir(folder)).toSorted();

describe("a document that is valid and odd", () => {
  const outputs = new Map<string, ReadonlyMap<string, string>>();
  let found: ReturnType<typeof complaints> = [];
  beforeAll(async () => {
    for (const name of names) {
      outputs.set(name, await generateText(await readFile(join(folder, name), "utf8")));
    }
    const all = [...outputs].flatMap(([name, files]) =>
      [...files].map(([path, text]) => [`${name}/${path}`, text] as const),
    );
    found = complaints(new Map(all));
  });

  test.each(names)("%s gives an output that compiles under the strictest flags", (name) => {
    expect(outputs.get(name)?.size).toBe(13);
    expect(found.filter(({ file }) => file.startsWith(`${name}/`))).toEqual([]);
  });

  const rows: readonly {
    readonly name: string;
    readonly file: string;
    readonly want: RegExp;
    readonly found?: boolean;
  }[] = [
    {
      name: "a name in several places has a validator in each",
      file: "parameter-names.yaml/arguments.ts",
      want: /"path id": a_path_id, "query id": a_query_id, "header id": a_header_id, "cookie id": a_cookie_id,/,
    },
    {
      name: "a name that reads like a place and a name has its place before it",
      file: "parameter-names.yaml/arguments.ts",
      want: /"query query id": a_query_query_id,/,
    },
    {
      name: "names that differ in signs alone have validators of their own",
      file: "parameter-names.yaml/arguments.ts",
      want: /"a\[\]": a_query_a___2,/,
    },
    {
      name: "a schema of a type parameter's name is another type",
      file: "schema-names.yaml/client.ts",
      want: /Promise<Error \| OptionsSchema \| MetaSchema \| FailureSchema \| ReadonlySchema \|/,
    },
    {
      name: "any JSON value is a type that refers to itself",
      file: "recursion.yaml/types.ts",
      want: /type Recursive_J = string \| Recursive_J\[\] \| \{/,
    },
    {
      name: "a response that is another one's alias has its content",
      file: "component-aliases.yaml/types.ts",
      want: /R2: \{[^}]*\};\s+content: \{\s+"application\/json": string;/,
    },
    {
      name: "a percent-encoded reference leads to what it names",
      file: "references-into-paths.yaml/types.ts",
      want: /"paths\/\/a\/\{x\}\/parameters\/0\/schema\/properties\/n": string;/,
    },
    {
      name: "an extension among the responses is no response",
      file: "extensions.yaml/types.ts",
      want: /"x-/,
      found: false,
    },
    {
      name: "an extension in a callback is no path item",
      file: "callbacks.yaml/types.ts",
      want: /"x-/,
      found: false,
    },
  ];
  test.each(rows)("$name", ({ file: path, want, found: isFound = true }) => {
    const [document = "", file = ""] = path.split("/");
    const text = outputs.get(document)?.get(file) ?? "";
    expect(want.test(text)).toBe(isFound);
  });
});
