import { stringify } from "yaml";
import type { HostileText } from "../src/hostile-texts.ts";

interface Pair {
  readonly base: string;
  readonly head: string;
}

/**
 * Two versions of a document whose differences all speak of the texts: names, values, addresses and
 * words that are new, gone or changed, each in the place where a report shows such a thing.
 */
export function hostileDocument(texts: readonly HostileText[]): Pair {
  return { base: write(texts, false), head: write(texts, true) };
}

function write(texts: readonly HostileText[], isHead: boolean): string {
  const named = <Value>(value: (text: string, index: number) => Value): Record<string, Value> =>
    Object.fromEntries(texts.map(({ text }, index) => [text, value(text, index)]));
  const all = texts.map(({ text }) => text);
  // A compiler is asked about every operation: some name theirs after a text, one has all.
  const renamed = texts.filter((_, index) => index % 5 === 0);
  const paths = renamed.map(({ text }, index) => [
    `/v1/things/${String(index)}`,
    {
      get: {
        operationId: isHead ? text : `before${String(index)}`,
        responses: { 200: { description: "OK" } },
      },
    },
  ]);
  const document = {
    openapi: "3.1.1",
    info: { title: isHead ? (all[0] ?? "") : "Before", version: "1.0.0" },
    servers: [{ url: "https://example.com", description: isHead ? all.join(" ") : "Before" }],
    paths: {
      ...Object.fromEntries(paths),
      "/v1/all": {
        get: {
          operationId: "all",
          summary: isHead ? all.join(" ") : "Before",
          tags: isHead ? all : ["before"],
          parameters: [
            ...all.map((name) => ({
              name,
              in: "query",
              required: isHead,
              schema: { type: "string" },
            })),
            {
              name: "chosen",
              in: "query",
              schema: { type: "string", enum: isHead ? ["a"] : ["a", ...all] },
            },
          ],
          responses: {
            200: {
              description: "All",
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/All" } },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        All: {
          type: "object",
          description: isHead ? all.join(" ") : "Before",
          required: isHead ? [] : all,
          properties: {
            ...named(() => ({ type: isHead ? ["string", "null"] : "string" })),
            kind: { type: "string", enum: isHead ? ["a", ...all] : ["a"] },
          },
        },
      },
    },
  };
  return stringify(document, { lineWidth: 0 });
}

/** No sound document: each text stands where a path is expected, and a code frame shows it. */
export function brokenDocument(texts: readonly HostileText[]): string {
  // A longer key is no YAML, and nothing after it would be read.
  const shown = texts.map(({ text }) => text.slice(0, 300));
  const lines = shown.map((text) => `  ${JSON.stringify(`/${text}`)}: ${JSON.stringify(text)}`);
  return ["openapi: 3.1.1", "info: []", "paths:", ...lines, ""].join("\n");
}
