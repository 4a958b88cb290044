import type { Readable } from "node:stream";
import { type Entry, type ZipFile, fromBuffer } from "yauzl";
import { AnalysisError } from "./parse-analysis.ts";
import { limits, resultName } from "./limits.ts";

/**
 * The result within an archive that a stranger may have packed. Only that one entry is inflated,
 * into memory and no further than its limit; nothing is written anywhere, so names that climb out
 * of a folder lead nowhere.
 */
export async function readArchive(archive: Uint8Array): Promise<Uint8Array> {
  if (archive.byteLength > limits.archiveBytes) {
    throw new AnalysisError(`the archive is longer than ${String(limits.archiveBytes)} bytes`);
  }
  try {
    return await readResult(await openArchive(Buffer.from(archive)));
  } catch (error) {
    if (error instanceof AnalysisError) throw error;
    throw new AnalysisError("the archive is no readable ZIP file", { cause: error });
  }
}

async function openArchive(archive: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true, strictFileNames: true }, (error, file) => {
      if (error === null) resolve(file);
      else reject(error);
    });
  });
}

async function readResult(file: ZipFile): Promise<Uint8Array> {
  if (file.entryCount > limits.archiveEntries) {
    throw new AnalysisError(`the archive has more than ${String(limits.archiveEntries)} files`);
  }
  const entry = await findEntry(file);
  if (entry === undefined) throw new AnalysisError(`the archive holds no ${resultName}`);
  if (entry.uncompressedSize > limits.resultBytes) throw tooLong();
  const stream = await new Promise<Readable>((resolve, reject) => {
    file.openReadStream(entry, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(error);
    });
  });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > limits.resultBytes) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function findEntry(file: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    file.on("entry", (entry: Entry) => {
      if (entry.fileName === resultName) resolve(entry);
      else file.readEntry();
    });
    file.on("end", () => {
      resolve(undefined);
    });
    file.on("error", reject);
    file.readEntry();
  });
}

function tooLong(): AnalysisError {
  return new AnalysisError(`${resultName} is longer than ${String(limits.resultBytes)} bytes`);
}
