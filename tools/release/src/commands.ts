import { createHash } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
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
  readonly summary: string;
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

// Each part is loaded by its command alone: what publishes must not load what needs dependencies.
export const commands: Readonly<Record<string, ReleaseCommand>> = {
  version: {
    summary: "set versions and write changelogs; with --patch, as a patch for another job",
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
      const digest = createHash("sha256").update(readFileSync(file));
      output(edge, "digest", digest.digest("hex"));
    },
  },
  plan: {
    summary: "say what is next: version, publish or nothing",
    needs: [],
    run: async (_, edge) => {
      const { countUnpublished, nextStep, pendingChangesets } = await import("./plan-release.ts");
      const pending = pendingChangesets(edge.root);
      const unpublished = pending.length > 0 ? 0 : countUnpublished(edge.root);
      output(edge, "next", nextStep(pending, unpublished));
    },
  },
  propose: {
    summary: "put the versions on a branch and open its pull request",
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
    summary: "build, pack and check what the registry lacks",
    needs: ["out"],
    run: async (values, edge) => {
      const { packRelease, refuseCredentials } = await import("./pack/pack-release.ts");
      refuseCredentials(edge.env);
      output(
        edge,
        "digest",
        await packRelease(edge.root, resolve(edge.root, given(values, "out"))),
      );
    },
  },
  publish: {
    summary: "publish the tarballs that were packed, and nothing twice",
    needs: ["from", "digest"],
    run: async (values, { root, env, log }) => {
      const { publishRelease } = await import("./publish/publish-release.ts");
      const from = resolve(root, given(values, "from"));
      await publishRelease({ root, from, digest: given(values, "digest"), env, log });
    },
  },
  tag: {
    summary: "tag the commit with what was published from it, and push the tags",
    needs: ["from", "digest"],
    run: async (values, { root, log }) => {
      const { tagRelease } = await import("./publish/tag-release.ts");
      const from = resolve(root, given(values, "from"));
      await tagRelease({ root, from, digest: given(values, "digest"), push: true, log });
    },
  },
  preview: {
    summary: "pack every package under a version of its own, for a pull request",
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
    summary: "pack, publish and tag by hand",
    needs: [],
    run: async (_, { root, env, log }) => {
      const { releaseByHand } = await import("./release-by-hand.ts");
      await releaseByHand(root, env, log);
    },
  },
};

/** Reads a command line. What cannot be read is said, never guessed. */
export function parseCommand(args: readonly string[]): {
  readonly name: string;
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
    return { name, command, values };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
