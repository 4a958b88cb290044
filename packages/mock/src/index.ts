export type { Credentials } from "./authenticate.ts";
export { createMock } from "./create-mock.ts";
export { isMockError, MockError } from "./mock-error.ts";
export type { MockErrorCode } from "./mock-error.ts";
export type { Examples, Mock, MockOptions, Seed, SeedSource } from "./mock-options.ts";
export type { RecordedRequest } from "./recorded-request.ts";
export { serve } from "./serve.ts";
export type { ServedMock, ServeOptions } from "./serve.ts";
