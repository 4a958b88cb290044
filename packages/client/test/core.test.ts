import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as core from "../src/core.ts";
import type { Behaviour, FlexClientOptions } from "../src/core.ts";
import { account, channel, found, json, scriptedFetch, sid } from "./scripted-fetch.ts";
import type { Step } from "./scripted-fetch.ts";

/* What the core entry leaves out, and what a behaviour that is handed to it puts back. */

beforeEach(() => {
  for (const name of ["ACCOUNT_SID", "AUTH_TOKEN", "API_KEY", "API_SECRET", "REGION", "EDGE"]) {
    vi.stubEnv(`TWILIO_${name}`, undefined);
  }
});
afterEach(() => vi.unstubAllEnvs());

const rows: readonly {
  readonly name: string;
  readonly behaviour: Behaviour;
  readonly given?: FlexClientOptions;
  readonly environment?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  /** What of a call and its requests differs. */
  readonly seen: (
    result: Awaited<ReturnType<core.FlexClient["safe"]["fetchChannel"]>>,
    urls: readonly string[],
    warnings: readonly string[],
  ) => unknown;
  readonly without: unknown;
  readonly with: unknown;
}[] = [
  {
    name: "announcements",
    behaviour: core.announcements,
    steps: [json(200, channel, { deprecation: "@1688169599" })],
    seen: (_result, _urls, warnings) => warnings,
    without: [],
    with: ["deprecation"],
  },
  {
    name: "details",
    behaviour: core.details,
    steps: [json(404, { code: 20404, message: "not here" }, { "x-request-id": "a".repeat(32) })],
    seen: (result) =>
      result.kind === "http" && [result.status, result.code, result.detail, result.requestId],
    without: [404, undefined, undefined, undefined],
    with: [404, 20404, "not here", "a".repeat(32)],
  },
  {
    name: "environment",
    behaviour: core.environment,
    environment: { TWILIO_EDGE: "sydney" },
    seen: (_result, urls) => urls.map((url) => new URL(url).host),
    without: ["flex-api.twilio.com"],
    with: ["flex-api.sydney.us1.twilio.com"],
  },
  {
    name: "retryDates",
    behaviour: core.retryDates,
    given: { deadlineMs: 1000 },
    steps: [json(503, {}, { "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" }), found],
    seen: (result) => [result.kind, result.attempts.length],
    without: ["success", 2],
    with: ["http", 1],
  },
  {
    name: "validation",
    behaviour: core.validation,
    steps: [json(200, { ...(channel as object), sid: 1 })],
    seen: (result) => result.kind,
    without: "success",
    with: "contract",
  },
];

describe("the core entry does without, and does with the behaviour", () => {
  test.each(rows)("$name", async (row) => {
    for (const [name, value] of Object.entries(row.environment ?? {})) vi.stubEnv(name, value);
    for (const [behaviours, want] of [
      [[], row.without],
      [[row.behaviour], row.with],
    ] as const) {
      const fetch = scriptedFetch(...(row.steps ?? [found]));
      const warnings: string[] = [];
      const flex = core.createFlexClient({
        ...account,
        random: () => 0,
        onWarning: ({ kind }) => warnings.push(kind),
        ...row.given,
        fetch,
        behaviours,
      });
      const result = await flex.safe.fetchChannel(sid);
      const urls = fetch.requests.map(({ url }) => url);
      expect(row.seen(result, urls, warnings)).toEqual(want);
    }
  });
});

describe("an option whose behaviour is missing is refused, and taken with it", () => {
  const hook = (): undefined => undefined;
  test.each<{ readonly given: FlexClientOptions; readonly behaviour: Behaviour }>([
    { given: { validation: "throw" }, behaviour: core.validation },
    { given: { validation: "warn" }, behaviour: core.validation },
    { given: { region: "au1" }, behaviour: core.environment },
    { given: { edge: "sydney" }, behaviour: core.environment },
    { given: { onRequest: hook }, behaviour: core.events },
    { given: { onResponse: hook }, behaviour: core.events },
    { given: { onRetry: hook }, behaviour: core.events },
    { given: { onError: hook }, behaviour: core.events },
  ])("$given", ({ given, behaviour }) => {
    const [name = ""] = Object.keys(given);
    const others = Object.values(core).filter(
      (one): one is Behaviour => typeof one === "object" && one !== behaviour,
    );
    const options = { ...account, ...given };
    expect(() => core.createFlexClient({ ...options, behaviours: others })).toThrow(
      new RegExp(`^${name}: expected the behaviour that takes it`),
    );
    expect(() => core.createFlexClient({ ...options, behaviours: [behaviour] })).not.toThrow();
  });

  test("validation that is off needs none", () => {
    expect(() => core.createFlexClient({ ...account, validation: "off" })).not.toThrow();
  });
});
