import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDocument, renderDiagnostics } from "@flex-channels/document";
import type { JsonValue } from "@flex-channels/document";
import { complaints } from "../compile.ts";
import { generate } from "../../src/generate.ts";

/** What the validator and the compiler say of one value. */
export interface Verdict {
  readonly validator: boolean;
  readonly type: boolean;
}

/** The narrowest type of a JSON value, as TypeScript. */
const typeOf = (value: JsonValue): string => {
  if (Array.isArray(value)) return `[${value.map(typeOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${typeOf(member)}`,
  );
  return `{ ${members.join("; ")} }`;
};

const load = createRequire(import.meta.url);

type Validate = (value: unknown) => readonly unknown[];

/** A schema may require what it does not declare: that is judged here too. */
const severities = { "required-undeclared": "off", "required-unlisted": "off" } as const;

const filesOf = async (document: string): Promise<Map<string, string>> => {
  const loaded = loadDocument({ file: "openapi.json", bytes: document }, { severities });
  if (loaded.kind === "refused") {
    throw new Error(renderDiagnostics(loaded.diagnostics, loaded.sources));
  }
  const { files } = await generate(loaded.document);
  return new Map(files.map(({ path, text }) => [path, text]));
};

/** One schema of a document, with values to be judged. */
export interface Judged {
  readonly name: string;
  readonly schema: JsonValue;
  readonly values: readonly JsonValue[];
}

/**
 * Generates from one document that has all these schemas, runs its validators, and asks the compiler
 * whether the type of each value is one of those that the schema's type admits.
 */
export const judgeAll = async (
  judged: readonly Judged[],
  openapi: string,
): Promise<ReadonlyMap<string, readonly Verdict[]>> => {
  const document = {
    openapi,
    info: { title: "A", version: "1.0.0" },
    paths: {},
    components: { schemas: Object.fromEntries(judged.map(({ name, schema }) => [name, schema])) },
  };
  const files = await filesOf(JSON.stringify(document));
  const questions = judged.flatMap(({ name, values }) =>
    values.map((value) => `Is<components["schemas"]["${name}"], ${typeOf(value)}>`),
  );
  files.set(
    "questions.ts",
    [
      'import type { components } from "./types.ts";',
      "type Is<Type, Value> = [Value] extends [Type] ? true : false;",
      ...questions.map((question, index) => `export const q${index}: ${question} = true;`),
      "",
    ].join("\n"),
  );
  const no = new Set<number>();
  for (const { file, line, message } of complaints(files)) {
    if (file !== "questions.ts" || !message.includes("'true' is not assignable to type 'false'")) {
      throw new Error(`${file}:${line} ${message}`);
    }
    no.add(line - 3);
  }

  const folder = mkdtempSync(join(tmpdir(), "exactness-"));
  try {
    for (const [path, text] of files) writeFileSync(join(folder, path), text);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const validators = load(join(folder, "validators.ts")) as Readonly<Record<string, Validate>>;
    let question = -1;
    return new Map(
      judged.map(({ name, values }) => [
        name,
        values.map((value) => {
          question += 1;
          return { validator: validators[name]?.(value).length === 0, type: !no.has(question) };
        }),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};
