import { existsSync, statSync, watch } from "node:fs";
import type { FSWatcher } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** A folder that was watched is gone. */
export class WatchError extends Error {
  override readonly name = "WatchError";
  /** As Node marks errors of the file system. */
  readonly syscall = "watch";
}

/** An editor empties a file before it fills it; what is read in between is half a document. */
const settleMs = 25;

/** What a file looks like from outside: a save changes it, however it is done. */
const signatureOf = (file: string): string => {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
};

const signaturesOf = (files: readonly string[]): string => files.map(signatureOf).join();

/** The signature of no file. */
const unknown = "?";

/** A file system's clock is read at each tick of the kernel and may be so much behind. */
const clockStepMs = 20;

/** Waits until nobody writes any more. */
const settled = async (files: readonly string[]): Promise<void> => {
  const before = signaturesOf(files);
  await delay(settleMs);
  if (signaturesOf(files) !== before) await settled(files);
};

/** A bell that can be rung before anybody listens. */
class Bell {
  #rung = false;
  #listener: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#listener?.();
  }

  async next(): Promise<void> {
    if (!this.#rung) await new Promise<void>((rung) => (this.#listener = rung));
    this.#rung = false;
  }
}

/**
 * Calls `run` at once and again after each save of a file that it names, until `signal` aborts; runs
 * never overlap. Folders are watched, not files: editors save by renaming another file over the old
 * one, and a watched file would stay the old one.
 *
 * @param files What `run` depends on, as far as that is known before it ran.
 * @param run Does the work and returns the files that it depends on, whether they exist or not.
 * @throws {@link WatchError} once a watched folder is gone.
 */
export const watchFiles = async (
  files: readonly string[],
  run: () => Promise<readonly string[]>,
  signal: AbortSignal,
): Promise<void> => {
  const bell = new Bell();
  const watchers = new Map<string, FSWatcher>();
  const seen = new Map<string, string>();
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure = error;
    bell.ring();
  };

  const watchFolder = (folder: string): void => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (_, name) => {
      if (!existsSync(folder)) fail(new WatchError(`The folder ${folder} is gone.`));
      else if (name === null || seen.has(resolve(folder, name))) bell.ring();
    });
    watchers.set(folder, watcher.on("error", fail));
  };
  /** A file that is named first after it was read may have been saved since, with nobody watching. */
  const add = (named: readonly string[], readSinceMs: number): void => {
    for (const file of named.map((each) => resolve(each))) {
      watchFolder(dirname(file));
      if (seen.has(file)) continue;
      const changedMs = statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0;
      seen.set(file, changedMs > readSinceMs - clockStepMs ? unknown : signatureOf(file));
    }
  };
  const ring = (): void => {
    bell.ring();
  };

  signal.addEventListener("abort", ring, { once: true });
  try {
    add(files, Infinity);
    while (!signal.aborted) {
      for (const file of seen.keys()) seen.set(file, signatureOf(file));
      const startMs = Date.now();
      add(await run(), startMs);
      while (!signal.aborted && [...seen].every(([file, was]) => signatureOf(file) === was)) {
        await bell.next();
        if (failure !== undefined) throw failure;
        if (!signal.aborted) await settled([...seen.keys()]);
      }
    }
  } finally {
    signal.removeEventListener("abort", ring);
    for (const watcher of watchers.values()) watcher.close();
  }
};
