/// <reference path="./openapi-typescript.d.ts" />
import * as nodeModule from "node:module";
import { pathToFileURL } from "node:url";
import type { JsonObject } from "@flex-channels/document";
import { withRecursiveAliases } from "./types/recursive-aliases.ts";
import { specialTypes } from "./types/special-types.ts";

const handedOver = Symbol.for("@flex-channels/codegen: typescript");

/**
 * Imports what imports TypeScript, a CommonJS module of 9 MB whose text Node would read twice more:
 * to find out what kind of module it is and what it exports. So it is required, and handed to its
 * importers by a module that says both. Node before 22.15 has no hooks for that and reads.
 */
const withoutScanningTypeScript = async <Result>(load: () => Promise<Result>): Promise<Result> => {
  if (!("registerHooks" in nodeModule)) return load();
  const require = nodeModule.createRequire(import.meta.url);
  const place = pathToFileURL(require.resolve("typescript")).href;
  Object.assign(globalThis, { [handedOver]: require("typescript") as unknown });
  const source = `export default globalThis[Symbol.for(${JSON.stringify(handedOver.description)})];`;
  const hooks = nodeModule.registerHooks({
    load: (url, context, nextLoad) =>
      url === place ? { format: "module", source, shortCircuit: true } : nextLoad(url, context),
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
    Reflect.deleteProperty(globalThis, handedOver);
  }
};

/**
 * The seam to openapi-typescript: nothing else imports it. The document is already loaded, checked
 * and free of external references, so only its transformation is asked for; its own loader (which
 * may read files and fetch) never runs. It is imported late, because it takes most of a run's time.
 */
export const typesText = async (schema: JsonObject): Promise<string> => {
  const [
    { default: transformSchema },
    { default: transformSchemaObject },
    { astToString },
    { resolveRef },
    { default: typescript },
  ] = await withoutScanningTypeScript(() =>
    Promise.all([
      import("openapi-typescript/dist/transform/index.mjs"),
      import("openapi-typescript/dist/transform/schema-object.mjs"),
      import("openapi-typescript/dist/lib/ts.mjs"),
      import("openapi-typescript/dist/lib/utils.mjs"),
      import("typescript"),
    ]),
  );
  const silent = { silent: true };
  const nodes = transformSchema(schema, {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default is the server's: a caller may leave such a member out.
    defaultNonNullable: false,
    // What discriminators say is in the schemas already; its own search would take examples for schemas.
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: specialTypes(typescript, transformSchemaObject),
    transformProperty: undefined,
    inject: undefined,
    resolve: ($ref: string): unknown => resolveRef(schema, $ref, silent),
  });
  return astToString(withRecursiveAliases(typescript, nodes));
};
