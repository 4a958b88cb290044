import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { hostileTexts } from "../src/hostile-texts.ts";
import { controlCharacters } from "../src/inert/control-characters.ts";
import { markdownProblems } from "../src/inert/markdown.ts";
import type { HostileChange } from "./hostile-change.ts";
import { canary, openHostileChange, resultFolder } from "./hostile-change.ts";
import { hostileDocument } from "./hostile-document.ts";
import { commandProblems, rules, words } from "./inert-log.ts";
import type { Scene } from "./scene.ts";
import { createScene } from "./scene.ts";

// Programs are run as processes, on a machine that may have others to run.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

/** Members whose values a schema or a comparison holds to a few; a forger leaves them alone. */
const kept = new Set([
  "allowed",
  "answer",
  "bump",
  "code",
  "commit",
  "direction",
  "expires",
  "fingerprint",
  "kind",
  "declared",
  "level",
  "mutedBump",
  "name",
  "needed",
  "producer",
  "promise",
  "ruleId",
]);

let scene: Scene;
let change: HostileChange;
let genuine: Readonly<Record<string, Uint8Array>> = {};
beforeAll(async () => {
  scene = await createScene();
  const { base, head } = hostileDocument(hostileTexts.slice(0, 2));
  change = await openHostileChange(scene, base, head);
  const { status, log } = await change.analyse();
  expect(status, log).toBe(0);
  genuine = await scene.files(resultFolder);
});
afterAll(async () => {
  await change.github.close();
  await scene.remove();
});

function forge(value: unknown, next: () => string, name = ""): unknown {
  if (typeof value === "string") {
    if (kept.has(name)) return value;
    return name === "instanceLocation" ? `/200/body/${next()}/${next()}` : next();
  }
  if (Array.isArray(value)) return value.map((item) => forge(item, next, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, forge(member, next, key)]),
  );
}

/** The result with every free text replaced, beginning with another one each time. */
function forgedFrom(start: number): string {
  let index = start;
  const next = (): string => {
    index += 1;
    return (hostileTexts[index % hostileTexts.length]?.text ?? "").slice(0, 900);
  };
  const result = JSON.parse(new TextDecoder().decode(genuine["analysis.json"])) as object;
  const { outcome, problems, ...rest } = result as Readonly<Record<string, unknown>>;
  return JSON.stringify({
    ...rest,
    outcome: forge(outcome, next),
    problems: forge(problems, next),
  });
}

test.each([0, 21])(
  "a forged result is told as text, whichever text comes first (%i)",
  async (start) => {
    const { state } = change.github;
    const { status, log } = await change.publish({
      ...genuine,
      "analysis.json": new TextEncoder().encode(forgedFrom(start)),
    });
    expect(status, log).toBe(0);
    expect(commandProblems(log, [])).toEqual([]);
    const comments = [...state.comments.values()].map(({ body }) => body).join("\n\n");
    const told = state.statuses.at(-1);
    expect(told?.state, log).toBe("failure");
    expect(words.some((word) => comments.includes(word))).toBe(true);
    expect(markdownProblems(comments, rules)).toEqual([]);
    expect(controlCharacters(`${log}${comments}${told?.description ?? ""}`)).toEqual([]);
    expect(words.filter((word) => told?.description?.includes(word))).toEqual([]);
    expect(`${log}${comments}`).not.toContain(canary);
  },
);

const refused = [
  { name: "another shape", given: JSON.stringify({ formatVersion: 1, evil: words }) },
  { name: "a list that never ends", given: "[".repeat(100_000) },
  { name: "nothing", given: "" },
] as const;

test.each(refused)(
  "a result that is $name passes nothing and says nothing of its own",
  async ({ given }) => {
    const { state } = change.github;
    const before = [...state.comments.values()].map(({ body }) => body).join("");
    const files = { "analysis.json": new TextEncoder().encode(given) };
    const { status, log } = await change.publish(files);
    expect(status, log).toBe(0);
    expect(commandProblems(log, [])).toEqual([]);
    expect(controlCharacters(log)).toEqual([]);
    expect(state.statuses.at(-1)?.state).toBe("error");
    const after = [...state.comments.values()].map(({ body }) => body).join("");
    expect(after.replace(/^.*?\n/, "")).toContain(before.split("\n").at(-2) ?? before);
    expect(markdownProblems(after, rules)).toEqual([]);
  },
);
