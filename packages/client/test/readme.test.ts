import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { trace } from "@opentelemetry/api";
import { examples } from "@flex-channels/contract/examples";
import { createMock } from "@flex-channels/mock";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setGlobalDispatcher } from "undici";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { scriptedDispatcher } from "./undici/scripted-dispatcher.ts";

/* Every example of the README, run as it stands, against the mock in place of the network. */

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
const sources = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, source = ""]) => source);
const sid = "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const span = {
  name: "fetchChannel",
  attributes: { "http.request.method": "GET", "http.response.status_code": 200 },
};
const printed: string[] = [];
let folder = "";

beforeAll(() => {
  // Inside the package, so that its imports resolve; ignored by git.
  const results = join(import.meta.dirname, "../.results");
  mkdirSync(results, { recursive: true });
  folder = mkdtempSync(join(results, "readme-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  printed.length = 0;
  vi.stubEnv("TWILIO_ACCOUNT_SID", `AC${"0".repeat(32)}`);
  vi.stubEnv("TWILIO_AUTH_TOKEN", "token");
  const mock = createMock({ seed: { fetchChannel: [examples.fetchChannel["200"].body] } });
  vi.stubGlobal("fetch", mock);
  setGlobalDispatcher(scriptedDispatcher(mock));
  vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => {
    printed.push(values.map(String).join(" "));
  });
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function runExample(index: number): Promise<readonly string[]> {
  const file = join(folder, `example-${index}.ts`);
  writeFileSync(file, sources[index] ?? "");
  await import(file);
  return printed;
}

describe("an example of the README", () => {
  test.each(
    [
      { name: "fetches a channel", want: ["WTaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] },
      { name: "gets credentials from a provider", want: [sid] },
      {
        name: "tells what failed",
        want: [
          expect.stringMatching(/^404 20404 .+ https:\/\/www\.twilio\.com\/docs\/errors\/20404 /),
          expect.stringMatching(`^200 ${sid} 1 `),
        ],
      },
      { name: "makes an error", want: ["HTTP 404; Twilio error 20404"] },
      { name: "sets times and retries", want: [sid] },
      { name: "guards a SID", want: ["true false"] },
      { name: "puts a smaller client together", want: [sid] },
      {
        name: "fetches many",
        want: [`${sid} fulfilled`, "CHffffffffffffffffffffffffffffffff rejected"],
      },
      { name: "sets region and edge", want: [sid] },
      { name: "makes spans", want: [] },
      { name: "uses openapi-fetch", want: [`200 ${sid} undefined`] },
      { name: "sends through undici", want: [sid] },
    ].map((row, index) => ({ ...row, index })),
  )("$name", async ({ index, want }) => {
    const exporter = new InMemorySpanExporter();
    const spanProcessors = [new SimpleSpanProcessor(exporter)];
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors }));
    const lines = await runExample(index);
    expect(lines).toEqual(want);
    const isTraced = sources[index]?.includes("opentelemetry");
    const spans = exporter.getFinishedSpans().map(({ name, attributes }) => ({ name, attributes }));
    const wanted = isTraced ? [span] : [];
    expect(spans).toEqual(wanted);
    trace.disable();
  });

  test("is missing from no row above", () => {
    expect(sources).toHaveLength(12);
  });
});
