export { errorBody } from "./error-body.ts";
export type { ErrorBody } from "./error-body.ts";
export {
  createErrorResponse,
  createProblemResponse,
  problemBody,
} from "./testing/error-response.ts";
export type { ErrorResponseOptions, ProblemBody } from "./testing/error-response.ts";
export {
  answerError,
  answerWith,
  compose,
  failConnection,
  neverAnswer,
  pass,
  tooManyRequests,
} from "./testing/answer-faults.ts";
export {
  malformedJson,
  slowBody,
  stalledBody,
  truncatedBody,
  wrongContentType,
} from "./testing/body-faults.ts";
export type { Fault, Handler } from "./testing/fault.ts";
export { fixture, fixturesOf } from "./testing/fixture.ts";
export type { ExampleBody, ExampleStatus, Fixture } from "./testing/fixture.ts";
export { latency } from "./testing/latency.ts";
export { createManualClock } from "./testing/manual-clock.ts";
export type { ManualClock } from "./testing/manual-clock.ts";
export { inSequence, times } from "./testing/sequence.ts";
export type { SequencedHandler, SequenceOptions } from "./testing/sequence.ts";
export type { TimerClock } from "./testing/timer-clock.ts";
