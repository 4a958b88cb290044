import { findDocument, readVersions } from "../git/read-versions.ts";
import type { ReviewRequest } from "../review-contracts.ts";
import { loadVersions } from "./load-versions.ts";
import { type Settings, readSettings } from "./read-settings.ts";
import { type Terminal, wantsColor } from "./terminal.ts";
import { spareMemory } from "./spare-memory.ts";
import { UsageError } from "./usage-error.ts";

/** The options that say what is compared, and how it is read. */
export interface VersionArguments {
  readonly base: readonly string[];
  readonly head?: string;
  readonly config?: string;
  readonly strict: boolean;
  readonly promise?: "wire" | "source";
}

/** Reads settings and versions: everything that a review needs of the disk. */
export async function prepareReview(
  document: string | undefined,
  options: VersionArguments,
  terminal: Terminal,
): Promise<{ readonly request: ReviewRequest; readonly settings: Settings }> {
  const { cwd, now } = terminal;
  const settings = await readSettings(cwd, options.config);
  const path = document ?? settings.document ?? (await findDocument(cwd));
  if (path === undefined && (options.head === undefined || options.base.length === 0)) {
    throw new UsageError(
      "No document was found. Say which: contract-review path/to/openapi.yaml, or give --base and --head.",
    );
  }
  const { bases, head } = await readVersions({
    cwd,
    document: path ?? "openapi.yaml",
    bases: options.base,
    ...(options.head === undefined ? {} : { head: options.head }),
  });
  if (head.bytes === undefined && bases.every(({ bytes }) => bytes === undefined)) {
    throw new UsageError(`There is no ${head.file} on either side. Say where the document is.`);
  }
  spareMemory([...bases, head].reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0));
  const loaded = loadVersions([...bases, head], wantsColor(terminal));
  const loadedHead = loaded.at(-1);
  if (loadedHead === undefined) throw new UsageError("There is nothing to compare.");
  return {
    settings,
    request: {
      bases: loaded.slice(0, -1),
      head: loadedHead,
      config: settings.config,
      waivers: settings.waivers,
      today: now().toISOString().slice(0, 10),
      strict: options.strict,
      ...(options.promise === undefined ? {} : { promises: [options.promise] }),
    },
  };
}
