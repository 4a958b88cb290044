import { afterEach, expect, test, vi } from "vitest";
import { renderAnnotations } from "../../src/annotations/render-annotations.ts";
import { collectAnalysis } from "../../src/command/collect-analysis.ts";
import { configuredDocument } from "../../src/command/configured-document.ts";
import { defaultGateConfig } from "../../src/gate/gate-config.ts";
import { judgeGate } from "../../src/gate/judge-gate.ts";
import {
  type ScratchRepository,
  scratchRepository,
  scratchTerminal,
} from "../scratch-repository.ts";

// Real programs on a machine that has other work: slow is not wrong.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let repository: ScratchRepository | undefined;
afterEach(async () => repository?.remove());

test("what makes a document unreadable is annotated at its line", async () => {
  repository = await scratchRepository();
  const { root, git, replace, commit } = repository;
  const base = git("rev-parse", "HEAD");
  await replace("spec/openapi.yaml", '[string, "null"]', "[string, nil]");
  const analysis = await collectAnalysis(
    { root, document: undefined, bases: [base], commit: commit(), checks: [] },
    scratchTerminal(root).terminal,
  );
  expect(analysis.outcome.kind).toBe("unreadable");
  const text = await renderAnnotations(analysis, judgeGate(analysis, defaultGateConfig));
  expect(text).toContain(
    '::error file=spec/openapi.yaml,line=90,col=26,title=unknown-type::There is no type "nil"',
  );
});

test.each([
  {
    name: "the path that is named",
    given: "document: api/openapi.yaml\n",
    want: "api/openapi.yaml",
  },
  { name: "no path out of the repository", given: "document: ../openapi.yaml\n", want: undefined },
  { name: "no absolute path", given: "document: /etc/hosts\n", want: undefined },
  { name: "nothing of a file that is no YAML", given: "document: [\n", want: undefined },
  { name: "nothing of an empty file", given: "", want: undefined },
])("the configured document is $name", async ({ given, want }) => {
  repository = await scratchRepository();
  await repository.write({ "contract-review.yaml": given });
  expect(await configuredDocument(repository.root)).toBe(want);
});
