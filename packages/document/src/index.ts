export type { Diagnostic, RelatedLocation } from "./diagnostic.ts";
export type { AdjustableCode, DiagnosticCode } from "./diagnostic-codes.ts";
export { diagnosticCodes, isAdjustable } from "./diagnostic-codes.ts";
export type { JsonArray, JsonObject, JsonValue } from "./json.ts";
export { isJsonArray, isJsonObject, own, ownString } from "./json.ts";
export { childPointer, formatPointer, parsePointer, valueAt } from "./json-pointer.ts";
export type {
  CallbackEntry,
  OperationEntry,
  ResponseEntry,
  UsedObject,
} from "./list-operations.ts";
export { listCallbacks, listOperations, listWebhooks, methods } from "./list-operations.ts";
export type { DocumentSource } from "./load-document.ts";
export { loadDocument } from "./load-document.ts";
export type { ExternalFiles, LoadOptions } from "./load-options.ts";
export type { LoadResult, Located, OpenApiDocument, OpenApiVersion } from "./openapi-document.ts";
export { operationName } from "./operation-name.ts";
export type { RenderOptions } from "./render-diagnostics.ts";
export { renderDiagnostics } from "./render-diagnostics.ts";
export { ResolutionError, resolveObject, resolveReference } from "./resolve-reference.ts";
export type { Source, SourceLocation, SourcePosition, SourceRange } from "./source.ts";
