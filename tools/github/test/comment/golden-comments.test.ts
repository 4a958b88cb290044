import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { renderComment } from "../../src/comment/render-comment.ts";
import { collectAnalysis } from "../../src/command/collect-analysis.ts";
import { readGate } from "../../src/command/read-gate.ts";
import { judgeGate, openFindings } from "../../src/gate/judge-gate.ts";
import { edits } from "../edits.ts";
import {
  type ScratchRepository,
  scratchRepository,
  scratchTerminal,
} from "../scratch-repository.ts";

// Real programs on a machine that has other work: slow is not wrong.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let repository: ScratchRepository | undefined;
afterEach(async () => repository?.remove());

async function analyse({ root, git }: ScratchRepository, commit: string) {
  const config = await readGate(root);
  const { terminal } = scratchTerminal(root);
  const analysis = await collectAnalysis(
    {
      root,
      document: undefined,
      bases: [git("merge-base", "main", "HEAD")],
      commit,
      pull: 7,
      checks: config.checks,
    },
    terminal,
  );
  return { analysis, gate: judgeGate(analysis, config) };
}

/** A waiver's fingerprint is what the report of the same edit without it shows. */
async function withFingerprints(scratch: ScratchRepository): Promise<void> {
  const file = "contract-review.waivers.yaml";
  const text = await scratch.read(file).catch(() => "");
  if (!text.includes("FINGERPRINT")) return;
  await scratch.write({ [file]: "[]\n" });
  const { analysis } = await analyse(scratch, scratch.commit());
  const [finding] =
    analysis.outcome.kind === "reviewed" ? openFindings(analysis.outcome.review) : [];
  await scratch.write({ [file]: text.replace("FINGERPRINT", finding?.fingerprint ?? "") });
}

test.each(edits)("the comment on $name is the one that was read", async ({ name, apply }) => {
  repository = await scratchRepository();
  repository.git("switch", "--quiet", "--create", "feature");
  await apply(repository);
  await withFingerprints(repository);
  const { analysis, gate } = await analyse(repository, repository.commit());
  const text = renderComment(analysis, gate, {
    serverUrl: "https://github.com",
    repository: "example/channels",
    runUrl: "https://github.com/example/channels/actions/runs/42",
    branch: { repository: "fork/channels", branch: "feature/1" },
  });
  await expect(text).toMatchFileSnapshot(
    join(import.meta.dirname, "..", "fixtures", "comments", `${name}.md`),
  );
});
