import type { Model } from "./model.ts";

/** Names that `index.ts` exports for every document; a schema of such a name is exported as `NameSchema`. */
export const reservedExports: readonly string[] = [
  "Client",
  "Contract",
  "Example",
  "Operation",
  "OperationDocumentation",
  "OperationName",
  "Parameter",
  "ParameterDocumentation",
  "ParameterSchema",
  "RequestBody",
  "RequestParameter",
  "RequestShape",
  "Requests",
  "ResponseShape",
  "SafeClient",
  "SecurityScheme",
  "Success",
  "components",
  "contract",
  "operations",
  "paths",
];

/** `index.ts`: the package's main entry; validators, examples and prose stay in sub-paths that cost nothing unused. */
export const indexText = (model: Model): string => `export type * from "./client.ts";
export type * from "./operation.ts";
export { contract, operations } from "./operations.ts";
export type { OperationName } from "./operations.ts";
${model.schemas.length === 0 ? "" : 'export type * from "./schemas.ts";\n'}export type { components, paths } from "./types.ts";
`;
