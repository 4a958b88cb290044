import { pass } from "./answer-faults.ts";
import type { Fault, Handler } from "./fault.ts";

export interface SequenceOptions {
  /**
   * What happens to the calls after the last.
   * @default pass
   */
  readonly afterwards?: Fault;
}

/** A handler that knows how often it was called. */
export interface SequencedHandler extends Handler {
  callCount(): number;
}

/**
 * Gives the first call the first fault, the second call the second, and so on: the same calls meet
 * the same faults at every run.
 *
 * @example inSequence(createMock(), [...times(2, answerError(503)), pass])
 */
export function inSequence(
  handler: Handler,
  faults: readonly Fault[],
  { afterwards = pass }: SequenceOptions = {},
): SequencedHandler {
  let calls = 0;
  const handlers = faults.map((fault) => fault(handler));
  const last = afterwards(handler);
  const sequenced: Handler = (input, init) => {
    const chosen = handlers[calls] ?? last;
    calls += 1;
    return chosen(input, init);
  };
  return Object.assign(sequenced, { callCount: () => calls });
}

/** The same fault for a number of calls. */
export function times(count: number, fault: Fault): readonly Fault[] {
  return Array.from({ length: count }, () => fault);
}
