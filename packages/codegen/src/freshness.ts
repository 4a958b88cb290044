import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic, Source } from "@flex-channels/document";
import type { GeneratedFile } from "./generate.ts";
import { generatorIdentity } from "./generator-identity.ts";
import type { RunSettings } from "./run-settings.ts";
import { sha256 } from "./stamp.ts";

// What a run that ended well leaves behind for the next one: the hashes of everything it read and of
// everything that then stood in the output folder. Where they all still hold, the next run has
// nothing to do and need not read the document as a document. This file and what it imports are all
// that such a run loads, so nothing heavy may be imported here.

/** A run that ended with an output folder that is what the document gives. */
interface FreshRun {
  /** Hash of the generator and the settings. */
  readonly key: string;
  /** SHA-256 of each file that was read, by its path from the owner. */
  readonly inputs: Readonly<Record<string, string>>;
  /** SHA-256 of each file of the output folder, by its path in it. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Warnings, which a run repeats as long as they hold. */
  readonly diagnostics: readonly Diagnostic<string>[];
}

/** What is known of a run without having run. */
export interface KnownRun {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic<string>[];
  /** The files that were read, the document first. */
  readonly inputs: readonly string[];
}

/** The nearest package at or above a folder. */
const packageAbove = (start: string): string | undefined => {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
};

/** The package that keeps the record: that of the output, else that of the working directory. */
const ownerOf = (out: string): string | undefined => packageAbove(out) ?? packageAbove(".");

const recordFile = (owner: string, { document, out }: RunSettings): string => {
  const name = sha256([document, out].map((path) => relative(owner, resolve(path))).join("\0"));
  return join(owner, "node_modules", ".cache", "flex-codegen", `${name.slice(0, 16)}.json`);
};

let identity: string | undefined;

/**
 * What generates, and as what settings say. The generator is looked at once: a build that replaces
 * it beneath a process that watches does not replace what that process has loaded.
 */
export const runKey = ({ format, importExtension, severities, external }: RunSettings): string => {
  identity ??= generatorIdentity();
  return sha256(JSON.stringify([identity, format, importExtension, severities, external]));
};

const hashOf = (file: string): string => sha256(readFileSync(file));

/** The path of each file below `folder`, from it and with `/`, sorted. */
const pathsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => path.split(sep).join("/"))
    .toSorted();

/** The first line guards the rest: a record that was cut or changed by anything else is none. */
const readRecord = (file: string): FreshRun | undefined => {
  const text = readFileSync(file, "utf8");
  const cut = text.indexOf("\n");
  const body = text.slice(cut + 1);
  return sha256(body) === text.slice(0, cut) ? (JSON.parse(body) as FreshRun) : undefined;
};

/** What a run with these settings would find, where it would find nothing to do. */
export const knownRun = (settings: RunSettings): KnownRun | undefined => {
  const owner = ownerOf(settings.out);
  if (owner === undefined) return undefined;
  try {
    const record = readRecord(recordFile(owner, settings));
    if (record === undefined) return undefined;
    const { inputs, outputs, diagnostics } = record;
    const files = Object.keys(outputs);
    const agree = (hashes: FreshRun["inputs"], folder: string): boolean =>
      Object.entries(hashes).every(([path, hash]) => hashOf(join(folder, path)) === hash);
    const holds =
      agree(inputs, owner) &&
      pathsIn(settings.out).join("\0") === files.join("\0") &&
      agree(outputs, settings.out) &&
      record.key === runKey(settings);
    if (!holds) return undefined;
    return {
      files,
      diagnostics,
      inputs: Object.keys(inputs).map((path) => relative(process.cwd(), join(owner, path))),
    };
  } catch {
    // No record, or something it names is gone: whatever is wrong, a full run says it better.
    return undefined;
  }
};

/** A run that ended well. */
export interface FinishedRun {
  /** {@link runKey}, taken when the run began. */
  readonly key: string;
  /** The files that were read and the texts that were read from them. */
  readonly sources: readonly Source[];
  /** What stands in the output folder, sorted by path. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic<string>[];
}

/** The hash of a file that holds this text, be it with CRLF; anything else was written meanwhile. */
const hashOfText = (file: string, text: string): string => {
  const bytes = readFileSync(file);
  const found = new TextDecoder().decode(bytes);
  if (found !== text && found.replaceAll("\r\n", "\n") !== text) {
    throw new Error(`${file} has changed`);
  }
  return sha256(bytes);
};

/** Leaves a record for {@link knownRun}. */
export const rememberRun = (settings: RunSettings, run: FinishedRun): void => {
  const owner = ownerOf(settings.out);
  if (owner === undefined) return;
  try {
    const record: FreshRun = {
      key: run.key,
      inputs: Object.fromEntries(
        run.sources.map(({ file, text }) => [
          relative(owner, resolve(file)),
          hashOfText(file, text),
        ]),
      ),
      outputs: Object.fromEntries(
        run.files.map(({ path, text }) => [path, hashOfText(join(settings.out, path), text)]),
      ),
      diagnostics: run.diagnostics,
    };
    const body = JSON.stringify(record);
    const file = recordFile(owner, settings);
    mkdirSync(dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, `${sha256(body)}\n${body}`);
    renameSync(temporary, file);
  } catch {
    // Only time is lost: the next run does its work.
  }
};
