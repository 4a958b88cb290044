import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { changesetText } from "@flex-channels/contract-review";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as functions from "../../src/changelog/changelog-functions.ts";
import { isGeneratedChangeset } from "../../src/changelog/generated-changeset.ts";

const root = join(import.meta.dirname, "..", "..", "..", "..");

describe("changelog functions", () => {
  test("changesets is configured with them, and finds both", async () => {
    const config = JSON.parse(await readFile(join(root, ".changeset", "config.json"), "utf8")) as {
      readonly changelog: string;
    };
    expect(resolve(root, ".changeset", config.changelog)).toBe(
      join(root, "tools", "release", "src", "changelog", "changelog-functions.ts"),
    );
    expect(functions).toMatchObject({
      getReleaseLine: expect.any(Function),
      getDependencyReleaseLine: expect.any(Function),
    });
  });

  test.each([
    {
      name: "a sentence is an item",
      given: { summary: "Adds it.", isGenerated: false },
      want: "- Adds it.",
    },
    {
      name: "further lines belong to the item",
      given: { summary: "Adds it:\n\n- a\n- b", isGenerated: false },
      want: "- Adds it:\n\n  - a\n  - b",
    },
    {
      name: "what the review wrote is told by the findings of the release",
      given: { summary: "Breaking changes of the API contract:\n\n- old", isGenerated: true },
      want: "- The contract changed, as told above.",
    },
  ])("$name", ({ given, want }) => {
    expect(functions.releaseLine(given.summary, given.isGenerated)).toBe(want);
  });

  test("a package that moves with others names them", () => {
    expect(functions.dependencyLine([{ name: "a", newVersion: "1.0.0" }])).toBe(
      "- Built on `a` 1.0.0.",
    );
    expect(functions.dependencyLine([])).toBe("");
  });

  test("a changeset that nobody edited is known by its name; an edited one is kept", () => {
    const text = changesetText(["a"], "minor", []);
    const id = `contract-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
    expect(isGeneratedChangeset(id, text)).toBe(true);
    expect(isGeneratedChangeset(id, `${text}More.\n`)).toBe(false);
    expect(isGeneratedChangeset("first-release", text)).toBe(false);
  });
});
