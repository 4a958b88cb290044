import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileDigest } from "./edge/file-digest.ts";
import { read } from "./edge/run.ts";

/** The edge of the process, given as an argument so that a test can hold it. */
export interface Edge {
  /** The repository's root. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
}

/** The command was called in a way that cannot be meant. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** One word of the command line: what it takes and what it does. */
export interface ReleaseCommand {
  readonly needs: readonly string[];
  readonly flags?: readonly string[];
  readonly run: (values: Values, edge: Edge) => Promise<void>;
}

/** A value for the next job. GitHub reads `name=value` lines; ours hold no line end. */
function output({ env, log }: Edge, name: string, value: string): void {
  log(`${name}=${value}`);
  const file = env["GITHUB_OUTPUT"];
  if (file !== undefined) appendFileSync(file, `${name}=${value}\n`);
}

function given(values: Values, name: string): string {
  return String(values[name] ?? "");
}

/** The pack that another job made, as the arguments name it. */
function packed(
  values: Values,
  root: string,
): { readonly root: string; readonly from: string; readonly digest: string } {
  return { root, from: resolve(root, given(values, "from")), digest: given(values, "digest") };
}

// Each part is loaded by its command alone: what publishes must not load what needs dependencies.
export const commands: Readonly<Record<string, ReleaseCommand>> = {
  version: {
    needs: [],
    flags: ["patch"],
    run: async (values, edge) => {
      const { versionPackages } = await import("./version/version-packages.ts");
      await versionPackages(edge.root);
      const patch = values["patch"];
      if (typeof patch !== "string") return;
      const file = resolve(edge.root, patch);
      read("git", ["add", "--all"], { cwd: edge.root });
      const diff = ["diff", "--cached", "--binary", "--no-renames", `--output=${file}`, "HEAD"];
      read("git", diff, { cwd: edge.root });
      output(edge, "digest", fileDigest(file));
    },
  },
  plan: {
    needs: [],
    run: async (_, edge) => {
      const { countUnpublished, nextStep, pendingChangesets } = await import("./plan-release.ts");
      const pending = pendingChangesets(edge.root);
      const unpublished = pending.length > 0 ? 0 : countUnpublished(edge.root);
      output(edge, "next", nextStep(pending, unpublished));
    },
  },
  propose: {
    needs: ["patch", "digest"],
    run: async (values, { root, env, log }) => {
      const { proposeRelease } = await import("./propose/propose-release.ts");
      const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
      if (api === undefined || repository === undefined || token === undefined) {
        throw new UsageError("Expected GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN.");
      }
      await proposeRelease({
        root,
        patch: resolve(root, given(values, "patch")),
        digest: given(values, "digest"),
        github: { api, repository, token },
        log,
      });
    },
  },
  pack: {
    needs: ["out"],
    run: async (values, edge) => {
      const { packRelease, refuseCredentials } = await import("./pack/pack-release.ts");
      refuseCredentials(edge.env);
      const out = resolve(edge.root, given(values, "out"));
      output(edge, "digest", await packRelease(edge.root, out));
    },
  },
  publish: {
    needs: ["from", "digest"],
    run: async (values, { root, env, log }) => {
      const { publishRelease } = await import("./publish/publish-release.ts");
      await publishRelease({ ...packed(values, root), env, log });
    },
  },
  tag: {
    needs: ["from", "digest"],
    run: async (values, { root, log }) => {
      const { tagRelease } = await import("./publish/tag-release.ts");
      await tagRelease({ ...packed(values, root), log });
    },
  },
  preview: {
    needs: ["number", "out"],
    run: async (values, { root, env, log }) => {
      const { packPreview } = await import("./preview/pack-preview.ts");
      const out = resolve(root, given(values, "out"));
      const instructions = packPreview({ root, number: given(values, "number"), out, env });
      log(instructions);
      const summary = env["GITHUB_STEP_SUMMARY"];
      if (summary !== undefined) appendFileSync(summary, instructions);
    },
  },
  release: {
    needs: [],
    run: async (_, { root, env, log }) => {
      const { releaseByHand } = await import("./release-by-hand.ts");
      await releaseByHand(root, env, log);
    },
  },
};

/** Reads a command line. What cannot be read is said, never guessed. */
export function parseCommand(args: readonly string[]): {
  readonly command: ReleaseCommand;
  readonly values: Values;
} {
  const [name = "", ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    throw new UsageError(
      `Expected one of ${Object.keys(commands).join(", ")}, received "${name}".`,
    );
  }
  const { needs, flags = [] } = command;
  const options = Object.fromEntries(
    [...needs, ...flags].map((option) => [option, { type: "string" as const }]),
  );
  try {
    const { values } = parseArgs({ args: [...rest], options, strict: true });
    const missing = needs.filter((option) => (values[option] ?? "") === "");
    if (missing.length > 0) {
      throw new UsageError(`${name}: expected ${missing.map((one) => `--${one}`).join(" and ")}.`);
    }
    return { command, values };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
