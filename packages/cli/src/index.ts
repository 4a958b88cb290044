export type { Catalog } from "./catalog.ts";
export { exitStatuses } from "./exit-status.ts";
export type { ExitStatus } from "./exit-status.ts";
export type { Host, Stop } from "./host.ts";
export type { CreateClient, OperationMethod, Result } from "./operation-method.ts";
export { run } from "./run.ts";
