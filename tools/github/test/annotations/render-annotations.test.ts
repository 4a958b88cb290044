import { expect, test } from "vitest";
import { renderAnnotations } from "../../src/annotations/render-annotations.ts";
import { judgeGate } from "../../src/gate/judge-gate.ts";
import { analysisOf, gate as config } from "../publish/github-setting.ts";

const commit = "c".repeat(40);

test("a finding, a problem and an open condition are one line each, then the verdict", async () => {
  const analysis = analysisOf(commit, "breaking", {
    problems: [
      { code: "unknown-field", message: "No such field", file: "openapi.yaml", line: 7, column: 2 },
    ],
  });
  const text = await renderAnnotations(analysis, judgeGate(analysis, config));
  expect(text.trimEnd().split("\n")).toEqual([
    "::error file=openapi.yaml,line=3,col=5,title=response-body-enum::The response body of 200 at status may now have a new value. In GET /channels. (0123456789abcdef)",
    "::error file=openapi.yaml,line=7,col=2,title=unknown-field::No such field",
    "::error title=contract gate%3A waivers::1 finding that may break somebody has no waiver, which is a committed file that somebody else approves. Waive it with: waive it",
    "::error title=contract gate%3A document-lint::The document has 1 problem: openapi.yaml:7:2 No such field. Edit the document, and look again with: review it",
    "::notice title=Contract review::Breaking (major): 2 of 3 conditions open.",
  ]);
});

test("what is compatible is a notice", async () => {
  const analysis = analysisOf(commit, "compatible");
  expect(await renderAnnotations(analysis, judgeGate(analysis, config))).toMatch(
    /^::notice file=openapi\.yaml,line=3/,
  );
});
