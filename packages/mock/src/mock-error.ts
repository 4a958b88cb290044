/** Why a mock could not do what it was asked to do. */
export type MockErrorCode =
  /** A seed, a status or an operation id that the contract does not have. */
  | "unknown-operation"
  | "unknown-status"
  /** The port is taken, or the host name is not one of this machine. */
  | "port-in-use"
  | "cannot-listen";

/** A mistake in the use of the mock itself; never an answer of the emulated service. */
export class MockError extends Error {
  override readonly name: string = "MockError";
  readonly code: MockErrorCode;

  constructor(code: MockErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** True for a {@link MockError}, also for one that another copy of this package threw. */
export function isMockError(value: unknown): value is MockError {
  return value instanceof Error && value.name === "MockError" && "code" in value;
}
