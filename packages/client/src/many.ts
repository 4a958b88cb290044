export type { ConcurrencyBounds } from "./many/concurrency.ts";
export { fetchMany } from "./many/fetch-many.ts";
export type { FetchManyOptions, FetchOne, ManyRun, Settled } from "./many/fetch-many.ts";
