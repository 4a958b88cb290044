import { expect, test } from "vitest";
import { readMarker, withMarker } from "../../src/comment/marker.ts";

const written = withMarker("Text\n", { name: "contract-review", saidBreaking: true });

test("what was written is read", () => {
  expect(readMarker(written)).toMatchObject({
    marker: { name: "contract-review", saidBreaking: true },
    text: "Text\n",
  });
});

test("a browser's line ends change nothing", () => {
  expect(readMarker(written.replaceAll("\n", "\r\n"))).toEqual(readMarker(written));
});

test("the digest is the text's", () => {
  const other = withMarker("Other\n", { name: "contract-review", saidBreaking: true });
  expect(readMarker(other)?.marker.digest).not.toBe(readMarker(written)?.marker.digest);
  const stale = withMarker("Text\n", {
    name: "contract-review",
    saidBreaking: true,
    isStale: true,
  });
  expect(readMarker(stale)?.marker.digest).toBe("stale");
});

test.each([
  { name: "no marker", given: "Text" },
  { name: "a marker that does not come first", given: `Hello\n${written}` },
  { name: "another's marker", given: written.replace("contract-review v1", "contract-review v2") },
])("$name is none", ({ given }) => {
  expect(readMarker(given)).toBeUndefined();
});
