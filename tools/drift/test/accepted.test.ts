import type { JsonValue } from "@flex-channels/document";
import { expect, test } from "vitest";
import { AcceptedError, parseAccepted } from "../src/accepted.ts";

const whole = {
  rule: "response-body-required",
  operation: "GET /v1/Channels/{Sid}",
  at: "/200/body/application~1json/*",
  reason: "They never do.",
};

test("an entry is read with its place as a list and without what Twilio does not say", () => {
  expect(parseAccepted([whole], "accepted.yaml")).toEqual([
    { ...whole, at: [whole.at], theirs: undefined },
  ]);
});

test("an empty file accepts nothing", () => {
  expect(parseAccepted(null, "accepted.yaml")).toEqual([]);
});

const refused: readonly {
  readonly name: string;
  readonly given: JsonValue;
  readonly want: string;
}[] = [
  {
    name: "what is no list",
    given: { entries: [] },
    want: "accepted.yaml: expected a list of differences, received an object.",
  },
  {
    name: "an entry that is no object",
    given: ["all"],
    want: "accepted.yaml: entry 1: expected an object with rule, operation, at, theirs, reason, received a string.",
  },
  {
    name: "an unknown field",
    given: [{ ...whole, expires: "2027-01-01" }],
    want: 'accepted.yaml: entry 1: unknown field "expires". Expected rule, operation, at, theirs, reason.',
  },
  {
    name: "a missing reason",
    given: [whole, { ...whole, reason: " " }],
    want: 'accepted.yaml: entry 2: expected a text in "reason", received a string.',
  },
  {
    name: "a place that is no pointer",
    given: [{ ...whole, at: ["/200", "sid"] }],
    want: 'accepted.yaml: entry 1: expected a place such as /200/body/application~1json/sid, or a list of them, in "at", received ["/200","sid"].',
  },
  {
    name: "an empty list of places",
    given: [{ ...whole, at: [] }],
    want: 'accepted.yaml: entry 1: expected a place such as /200/body/application~1json/sid, or a list of them, in "at", received [].',
  },
];

test.each(refused)("$name is refused", ({ given, want }) => {
  expect(() => parseAccepted(given, "accepted.yaml")).toThrow(new AcceptedError(want));
});
