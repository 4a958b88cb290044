import { gunzipSync } from "node:zlib";

/** A tarball that is none, or that holds what a package must not hold. */
export class TarballError extends Error {
  override readonly name = "TarballError";
}

const blockBytes = 512;
/** Largest unpacked package that is read. */
const mostBytes = 64 * 1024 * 1024;

/**
 * The files of a package, by their path in it (ustar with pax headers, IEEE 1003.1 §pax). Read in
 * memory: nothing is unpacked beside a credential.
 */
export function readTarball(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const archive = gunzipSync(bytes, { maxOutputLength: mostBytes });
  let longPath: string | undefined;
  for (let at = 0; at + blockBytes <= archive.length;) {
    const header = archive.subarray(at, at + blockBytes);
    if (header.every((byte) => byte === 0)) break;
    const size = Number.parseInt(text(header, 124, 12).trim() || "0", 8);
    const end = at + blockBytes + size;
    if (!Number.isSafeInteger(size) || end > archive.length) {
      throw new TarballError("The tarball is cut off.");
    }
    const content = archive.subarray(at + blockBytes, end);
    const type = text(header, 156, 1);
    if (type === "x") {
      longPath = /^\d+ path=(.*)$/m.exec(content.toString("utf8"))?.[1];
    } else {
      const path =
        longPath ?? [text(header, 345, 155), text(header, 0, 100)].filter(Boolean).join("/");
      longPath = undefined;
      if (type === "0" || type === "") files.set(insidePackage(path), content);
      else if (type !== "5" && type !== "g") {
        throw new TarballError(`${path} is a link or a device: a package holds files.`);
      }
    }
    at += blockBytes + Math.ceil(size / blockBytes) * blockBytes;
  }
  return files;
}

function insidePackage(path: string): string {
  const [, inside] = /^package\/(.+)$/.exec(path) ?? [];
  if (inside === undefined || inside.split("/").includes("..")) {
    throw new TarballError(`Expected a path below "package/", received ${JSON.stringify(path)}.`);
  }
  return inside;
}

function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? length : end).toString("utf8");
}
