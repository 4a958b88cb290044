import { describe, expect, test } from "vitest";
import { consumerAction } from "../../src/changelog/consumer-action.ts";

const rows = [
  {
    name: "what is no longer there is removed",
    given: {
      promise: "source",
      answer: "breaking",
      direction: "response",
      ruleId: "response-source-missing",
    },
    want: { kind: "must", text: /Remove what uses it/ },
  },
  {
    name: "a new value is handled",
    given: {
      promise: "source",
      answer: "breaking",
      direction: "response",
      ruleId: "response-source-not-exhaustive",
    },
    want: { kind: "must", text: /Handle the new value/ },
  },
  {
    name: "a renamed operation is called by its new name",
    given: {
      promise: "source",
      answer: "breaking",
      direction: "document",
      ruleId: "document-operation-id",
    },
    want: { kind: "must", text: /new name/ },
  },
  {
    name: "an error that no row knows is left to the compiler",
    given: {
      promise: "source",
      answer: "breaking",
      direction: "request",
      ruleId: "request-source-ts9999",
    },
    want: { kind: "must", text: /Compile/ },
  },
  {
    name: "a narrower result may be cleaned up",
    given: {
      promise: "source",
      answer: "compatible",
      direction: "response",
      ruleId: "response-source-comparison",
    },
    want: { kind: "may", text: /comparison/ },
  },
  {
    name: "a new obligation is met with every request",
    given: {
      promise: "wire",
      answer: "breaking",
      direction: "request",
      ruleId: "request-query-required",
    },
    want: { kind: "must", text: /with every request/ },
  },
  {
    name: "an answer that earlier versions do not expect asks for an upgrade",
    given: {
      promise: "wire",
      answer: "breaking",
      direction: "response",
      ruleId: "response-body-required",
    },
    want: { kind: "must", text: /Upgrade before/ },
  },
  {
    name: "an operation that is gone is not called",
    given: {
      promise: "wire",
      answer: "breaking",
      direction: "request",
      ruleId: "request-operation-removed",
    },
    want: { kind: "must", text: /Stop calling it/ },
  },
  {
    name: "what is undecided is checked by hand",
    given: {
      promise: "wire",
      answer: "undecided",
      direction: "request",
      ruleId: "request-body-not",
    },
    want: { kind: "must", text: /by hand/ },
  },
  {
    name: "a deprecation is planned for",
    given: {
      promise: "wire",
      answer: "compatible",
      direction: "request",
      ruleId: "request-operation-deprecated",
      now: true,
    },
    want: { kind: "may", text: /Plan without it/ },
  },
  {
    name: "a deprecation that was withdrawn asks nothing",
    given: {
      promise: "wire",
      answer: "compatible",
      direction: "request",
      ruleId: "request-operation-deprecated",
      now: false,
    },
    want: { kind: "nothing", text: /^$/ },
  },
  {
    name: "what is still accepted asks nothing",
    given: {
      promise: "wire",
      answer: "compatible",
      direction: "response",
      ruleId: "response-body-added",
    },
    want: { kind: "nothing", text: /^$/ },
  },
] as const;

describe("consumerAction", () => {
  test.each(rows)("$name", ({ given, want }) => {
    const action = consumerAction(given);
    expect(action.kind).toBe(want.kind);
    expect(action.text).toMatch(want.text);
  });
});
