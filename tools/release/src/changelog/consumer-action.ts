import type { Finding } from "@flex-channels/contract-review";

/** What a consumer does about a finding, and whether they must. */
export interface ConsumerAction {
  readonly kind: "must" | "may" | "nothing";
  /** A sentence of ours, in the imperative; empty where nothing is to be done. */
  readonly text: string;
}

interface ActionRow {
  readonly promise?: Finding["promise"];
  readonly answer?: Finding["answer"];
  readonly direction?: Finding["direction"];
  /** What the rule id ends with. */
  readonly keywords?: readonly string[];
  readonly action: ConsumerAction;
}

const must = (text: string): ConsumerAction => ({ kind: "must", text });
const may = (text: string): ConsumerAction => ({ kind: "may", text });
const breaking = (
  promise: Finding["promise"],
  rows: readonly Omit<ActionRow, "promise" | "answer">[],
): readonly ActionRow[] => rows.map((row) => ({ promise, answer: "breaking", ...row }));
const nothing: ConsumerAction = { kind: "nothing", text: "" };

/** The first row that fits holds; the last row of each block fits whatever is left of it. */
export const actionTable: readonly ActionRow[] = [
  // What compiled and does not any more. The compiler names the places.
  ...breaking("source", [
    { keywords: ["operation-id"], action: must("Call it by its new name.") },
    { keywords: ["missing"], action: must("Remove what uses it.") },
    { keywords: ["possibly-absent"], action: must("Handle that it may be missing.") },
    { keywords: ["not-exhaustive"], action: must("Handle the new value.") },
    { keywords: ["unknown-argument"], action: must("Stop giving it.") },
    { keywords: ["argument", "arguments"], action: must("Give what is now asked for.") },
    { keywords: ["not-assignable"], action: must("Adapt what its value flows into.") },
    { action: must("Compile, and mend what the compiler names.") },
  ]),
  {
    promise: "source",
    answer: "undecided",
    action: must("Compile before you deploy: no compiler could be asked beforehand."),
  },
  {
    promise: "source",
    action: may("Remove the comparison: it can no longer be true."),
  },
  // What crosses the network and is refused on the other side.
  ...breaking("wire", [
    { keywords: ["operation-removed"], action: must("Stop calling it: the service refuses.") },
    { keywords: ["server-removed"], action: must("Send requests to another server.") },
    {
      keywords: ["security-required", "security-alternative", "security-scopes"],
      action: must("Send the credentials that are now asked for."),
    },
    { keywords: ["sunset"], action: must("Replace it sooner than was promised.") },
    {
      direction: "request",
      keywords: ["required"],
      action: must("Send it with every request: one without it is refused."),
    },
    {
      direction: "request",
      action: must("Send only what is still accepted: the rest is refused."),
    },
    {
      direction: "response",
      action: must("Upgrade before the service answers so: earlier versions do not expect it."),
    },
    { action: must("Read the change, and follow it.") },
  ]),
  {
    promise: "wire",
    answer: "undecided",
    action: must("Check this by hand: it could not be proved harmless."),
  },
  {
    promise: "wire",
    keywords: ["deprecated", "operation-sunset", "sunset"],
    action: may("Plan without it: it will go away."),
  },
  { action: nothing },
];

/** What a finding asks of a consumer. */
export function consumerAction(
  finding: Pick<Finding, "promise" | "answer" | "direction" | "ruleId" | "now">,
): ConsumerAction {
  const row = actionTable.find(
    ({ promise, answer, direction, keywords }) =>
      (promise === undefined || promise === finding.promise) &&
      (answer === undefined || answer === finding.answer) &&
      (direction === undefined || direction === finding.direction) &&
      (keywords === undefined || keywords.some((word) => finding.ruleId.endsWith(`-${word}`))),
  );
  // A deprecation that was withdrawn ends with the same word.
  if (row?.action.kind === "may" && finding.now === false) return nothing;
  return row?.action ?? nothing;
}
