import type { Answer, ChangeKind, PromiseKind } from "../compare/change.ts";
import type { Bump } from "./bump.ts";

export interface Policy {
  readonly promise: PromiseKind;
  readonly answer: Answer;
  readonly bump: Bump;
  readonly reason: string;
}

/** What every kind of change touches, and the release it needs. */
export const policyTable: Readonly<Record<ChangeKind, Policy>> = {
  "message-refused": {
    promise: "wire",
    answer: "breaking",
    bump: "major",
    reason: "One side may send a message that the other side's document refuses.",
  },
  "message-undecided": {
    promise: "wire",
    answer: "undecided",
    bump: "major",
    reason:
      "Neither a proof nor a counterexample was found, and what is not proved is not promised.",
  },
  "message-tolerated": {
    promise: "wire",
    answer: "compatible",
    bump: "minor",
    reason: "The messages changed, and every message that may be sent is still accepted.",
  },
  "operation-added": {
    promise: "wire",
    answer: "compatible",
    bump: "minor",
    reason: "Nobody who was built on the base uses it.",
  },
  "operation-removed": {
    promise: "wire",
    answer: "breaking",
    bump: "major",
    reason: "Whoever was built on the base still uses it.",
  },
  "operation-retired": {
    promise: "wire",
    answer: "compatible",
    bump: "minor",
    reason:
      "It was deprecated in the base, and its announced sunset with the grace period is over.",
  },
  "member-retired": {
    promise: "wire",
    answer: "compatible",
    bump: "minor",
    reason:
      "It was deprecated in the base, and its announced sunset with the grace period is over.",
  },
  "parameter-ignored": {
    promise: "wire",
    answer: "compatible",
    bump: "minor",
    reason:
      "An old client may still send it, and a server ignores the parameters that it does not declare.",
  },
  "default-changed": {
    promise: "wire",
    answer: "compatible",
    bump: "minor",
    reason: "No message is refused, but leaving the value out now means something else.",
  },
  deprecated: {
    promise: "wire",
    answer: "compatible",
    bump: "minor",
    reason: "SemVer 2.0.0 §7 asks for a minor release where public functionality is deprecated.",
  },
  "deprecation-withdrawn": {
    promise: "wire",
    answer: "compatible",
    bump: "patch",
    reason: "A promise is given back, and no message changes.",
  },
  "sunset-too-soon": {
    promise: "wire",
    answer: "breaking",
    bump: "major",
    reason: "Consumers get less time to leave than the grace period or the last announcement gave.",
  },
  "name-changed": {
    promise: "source",
    answer: "breaking",
    bump: "major",
    reason:
      "Generated clients name their methods by it, so a call by the old name does not compile.",
  },
  "source-refused": {
    promise: "source",
    answer: "breaking",
    bump: "major",
    reason: "Code that compiled against the base does not compile against the head.",
  },
  "source-narrowed": {
    promise: "source",
    answer: "compatible",
    bump: "minor",
    reason:
      "The compiler flags a comparison with a value that cannot arrive any more. Such code is dead, and narrower results are no breaking change in Semantic Versioning for TypeScript Types.",
  },
  "source-undecided": {
    promise: "source",
    answer: "undecided",
    bump: "major",
    reason: "Nobody could ask the compiler, and what is not proved is not promised.",
  },
  documentation: {
    promise: "wire",
    answer: "compatible",
    bump: "patch",
    reason: "Only words for readers changed; every message and every type is the same.",
  },
};
