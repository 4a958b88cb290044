import type { Gear } from "@flex-channels/gear/install-gear";

/** A document that nobody here wrote, and what is expected of it. */
export interface KnownDocument {
  readonly path: string;
  /** The problem that it is refused for, where it breaks the specification beyond adjusting. */
  readonly refusedFor?: string;
}

/** Where the documents stand, by package. */
const packages: Readonly<Record<string, readonly (string | readonly [string, string])[]>> = {
  "rclone-openapi": ["openapi.yaml"],
  "@figma/rest-api-spec": ["openapi/openapi.yaml"],
  "@ideal-postcodes/openapi": ["dist/openapi.json", "dist/openapi.yaml"],
  "@digdir/dialogporten-schema": ["swagger.verified.json"],
  "@readme/oas-examples": [
    "3.0/json/star-trek.json",
    "3.0/json/http-status-codes.json",
    "3.0/json/polymorphism.json",
    "3.0/json/server-path-level.json",
    "3.0/yaml/discriminators.yaml",
    "3.0/yaml/request-examples.yaml",
    "3.0/yaml/schema-circular.yaml",
    "3.0/yaml/schema-types.yaml",
    "3.1/json/parameters-style.json",
    "3.1/json/petstore.json",
    "3.1/json/readme.json",
    "3.1/yaml/train-travel.yaml",
  ],
  "@blockfrost/openapi": [["openapi.yaml", "unknown-type"]],
  "@directus/specs": [["dist/openapi.json", "wrong-type"]],
  "@scalar/galaxy": [["dist/3.1.yaml", "wrong-type"]],
  "shipengine-openapi": [["openapi.yaml", "invalid-name"]],
  "@octokit/openapi-webhooks": ["generated/api.github.com.json"],
  "@octokit/openapi": [
    "generated/ghes-3.17.json",
    "generated/ghes-3.18.json",
    "generated/ghes-3.19.json",
    "generated/ghec.json",
    "generated/api.github.com.json",
    ["generated/api.github.com.deref.json", "too-large"],
  ],
};

/** Every document of the trial. */
export const knownDocuments = (gear: Gear): readonly KnownDocument[] =>
  Object.entries(packages).flatMap(([name, documents]) =>
    documents.map((document) => {
      const [path, refusedFor] = typeof document === "string" ? [document] : document;
      return {
        path: gear.file(name, ...path.split("/")),
        ...(refusedFor === undefined ? {} : { refusedFor }),
      };
    }),
  );
