// The parts of openapi-typescript 7.13 that the seam uses. Its entry point also loads a linter
// and a fetching resolver, which take nine tenths of its start-up and are never wanted here.
declare module "openapi-typescript/dist/transform/index.mjs" {
  import type { Node } from "typescript";
  const transformSchema: (schema: unknown, context: Readonly<Record<string, unknown>>) => Node[];
  export default transformSchema;
}
declare module "openapi-typescript/dist/transform/schema-object.mjs" {
  import type { TypeNode } from "typescript";
  const transformSchemaObject: (schema: unknown, options: unknown) => TypeNode;
  export default transformSchemaObject;
}
declare module "openapi-typescript/dist/lib/ts.mjs" {
  import type { Node } from "typescript";
  export const astToString: (nodes: readonly Node[]) => string;
}
declare module "openapi-typescript/dist/lib/utils.mjs" {
  export const resolveRef: (schema: unknown, $ref: string, options: { silent: boolean }) => unknown;
}
