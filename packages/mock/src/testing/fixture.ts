import { examples } from "@flex-channels/contract/examples";
import type { Example } from "@flex-channels/contract";

type AnyExamples = Readonly<Record<string, Readonly<Record<string, Example<unknown>>>>>;

/** The statuses of an operation that have an example: numbers, and ranges such as `4XX`. */
export type ExampleStatus<Of extends Readonly<Record<string, unknown>>> =
  | (keyof Of & `${number}XX`)
  | (keyof Of & "default")
  | (keyof Of extends infer Key
      ? Key extends `${infer Code extends number}`
        ? Code
        : never
      : never);

/** The type of an example's body. */
export type ExampleBody<
  Of extends Readonly<Record<string, Example<unknown>>>,
  Status extends ExampleStatus<Of>,
> = `${Status}` extends keyof Of ? Of[`${Status}`]["body"] : never;

/** Makes bodies from examples. */
export type Fixture<Of extends AnyExamples> = <
  Id extends keyof Of & string,
  Status extends ExampleStatus<Of[Id]>,
>(
  operationId: Id,
  status: Status,
  overrides?: Partial<ExampleBody<Of[Id], Status>>,
) => ExampleBody<Of[Id], Status>;

/**
 * The fixtures of a contract's examples.
 * @example const fixture = fixturesOf(examples); fixture("fetchUser", 200, { name: "Ada" });
 */
export function fixturesOf<Of extends AnyExamples>(of: Of): Fixture<Of> {
  function make<Id extends keyof Of & string, Status extends ExampleStatus<Of[Id]>>(
    operationId: Id,
    status: Status,
    overrides?: Partial<ExampleBody<Of[Id], Status>>,
  ): ExampleBody<Of[Id], Status>;
  function make(operationId: string, status: number | string, overrides?: object): unknown {
    const example = of[operationId]?.[status];
    if (example === undefined) throw new TypeError(unknownExample(of, operationId, status));
    const body = structuredClone(example.body);
    const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
    return isObject ? { ...body, ...overrides } : (overrides ?? body);
  }
  return make;
}

function unknownExample(of: AnyExamples, operationId: string, status: number | string): string {
  const known = Object.entries(of).flatMap(([id, statuses]) =>
    Object.keys(statuses).map((each) => `${id} ${each}`),
  );
  return `There is no example of ${operationId} ${status}. There are: ${known.join(", ")}.`;
}

/**
 * A body as the document's example shows it, a copy at every call, with the members given replaced.
 *
 * @throws {TypeError} for an operation or status without an example
 * @example fixture("fetchChannel", 200, { task_sid: null })
 */
export const fixture: Fixture<typeof examples> = fixturesOf(examples);
