import { createProject } from "../create-project.ts";
import { checkRow, type Row } from "../row.ts";
import { runNode } from "../run-node.ts";
import type { Stage } from "../stage.ts";

/** The client tells servers its version: that must be the published one, not that of the last release. */
export async function checkIdentity(stage: Stage): Promise<readonly Row[]> {
  const published = stage.packages.find(({ name }) => name === "@flex-channels/client");
  const row = await checkRow("User-Agent", published?.version ?? "none", async () => {
    const directory = await createProject(stage, {
      name: "user-agent",
      dependencies: ["@flex-channels/client"],
      files: ["user-agent.mjs"],
    });
    const sent = await runNode(stage, directory, ["user-agent.mjs"]);
    const wanted = `flex-channels/${published?.version} `;
    if (!sent.startsWith(wanted)) {
      throw new Error(
        `expected ${JSON.stringify(wanted)}…, received ${JSON.stringify(sent.trim())}`,
      );
    }
    return sent.trim();
  });
  return [row];
}
