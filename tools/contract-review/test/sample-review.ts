import { reviewContracts } from "../src/review-contracts.ts";
import { defaultConfig } from "../src/verdict/config.ts";
import type { Review } from "../src/verdict/review.ts";
import type { Waiver } from "../src/verdict/waiver.ts";
import { loadText } from "./load-fixture.ts";

/** The review of two texts, on a fixed day. */
export function reviewTexts(
  base: string,
  head: string,
  options: {
    readonly waivers?: readonly Waiver[];
    readonly promises?: readonly ("wire" | "source")[];
    readonly strict?: boolean;
    readonly config?: Partial<typeof defaultConfig>;
    readonly commits?: boolean;
    readonly labels?: readonly [base: string, head: string];
  } = {},
): Promise<Review> {
  const { waivers = [], promises = ["wire"], strict = false, config = {}, labels } = options;
  const commit = options.commits === true ? "0123456789abcdef0123456789abcdef01234567" : undefined;
  const commits = commit === undefined ? {} : { commit };
  return reviewContracts({
    bases: [
      { label: labels?.[0] ?? "main", document: loadText("spec/openapi.yaml", base), ...commits },
    ],
    head: {
      label: labels?.[1] ?? "working tree",
      document: loadText("spec/openapi.yaml", head),
      ...commits,
    },
    config: { ...defaultConfig, ...config },
    waivers,
    today: "2026-11-22",
    promises,
    strict,
    repositoryUrl: "https://github.com/flex-channels/flex-channels",
  });
}

/** A document with a query parameter, an operation to remove and words that may be hostile. */
export function petsDocument(
  options: {
    readonly limit?: string;
    readonly name?: string;
    readonly description?: string;
    readonly extra?: string;
  } = {},
): string {
  const { limit = "maximum: 100", name = "limit", description = "Pets", extra = "" } = options;
  return `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /pets:
    get:
      operationId: listPets
      description: ${JSON.stringify(description)}
      parameters:
        - name: ${JSON.stringify(name)}
          in: query
          schema: { type: integer, ${limit} }
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [name]
                properties:
                  name: { type: string }
                  nickname: { type: string }
${extra}`;
}
