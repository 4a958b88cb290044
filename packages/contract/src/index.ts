export type { Channel, Client, SafeClient, Success } from "./client.ts";
export type { Contract, Example, Operation, Parameter, ParameterSchema, RequestBody, ResponseShape, SecurityScheme } from "./operation.ts";
export { contract, operations } from "./operations.ts";
