import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { forms } from "../entry.ts";
import { outputsOf, secretsIn } from "./canary.ts";
import { complaintsAbout } from "./complaints.ts";
import { allRows } from "./rows/all-rows.ts";
import { trustedAuthority } from "./rows/tls-rows.ts";
import { runRow } from "./run-row.ts";

const spoken: string[] = [];
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => void unhandled.push(reason);
const onWarning = (warning: Error): void => void spoken.push(outputsOf(warning)["inspect"] ?? "");
let handlesBefore: readonly string[] = [];

vi.setConfig({ maxConcurrency: 24, testTimeout: 120_000 });

beforeAll(() => {
  setDefaultCACertificates([...getCACertificates("default"), trustedAuthority.certificate.cert]);
  for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      spoken.push(...values.flatMap((value) => Object.values(outputsOf(value))));
    });
  }
  process.on("unhandledRejection", onUnhandled);
  process.on("warning", onWarning);
  handlesBefore = process.getActiveResourcesInfo().toSorted();
});

afterAll(() => {
  process.off("unhandledRejection", onUnhandled);
  process.off("warning", onWarning);
  vi.restoreAllMocks();
});

describe.each(forms)("the %s form", (form) => {
  describe.each(Object.entries(allRows))("%s", (_part, rows) => {
    test.concurrent.each(rows.map((row) => [row.name, row] as const))("%s", async (_name, row) => {
      expect(complaintsAbout(row, await runRow(row, form))).toEqual([]);
    });
  });
});

describe("after all of them", () => {
  test("no promise was rejected unheard", () => {
    expect(unhandled).toEqual([]);
  });

  test("nothing on the console shows a secret", () => {
    expect(spoken.flatMap(secretsIn)).toEqual([]);
  });

  test("no handle is left open", async () => {
    const openHandles = (): readonly string[] => process.getActiveResourcesInfo().toSorted();
    // A closed socket needs a few turns of the event loop to be gone.
    for (let turn = 0; turn < 1000 && openHandles().length > handlesBefore.length; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    // The test runner has timers of its own, which may have gone since: only what was added counts.
    const known = [...handlesBefore];
    const added = openHandles().filter((handle) => {
      const at = known.indexOf(handle);
      if (at !== -1) known.splice(at, 1);
      return at === -1;
    });
    expect(added).toEqual([]);
  });
});
