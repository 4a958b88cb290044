import { gzipSync } from "node:zlib";

export interface Entry {
  readonly path: string;
  readonly text?: string;
  /** `0` a file, `2` a symbolic link, `x` a pax header … */
  readonly type?: string;
}

/** A tarball as npm makes them: ustar, gzipped. */
export function makeTarball(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ path, text = "", type = "0" }) => {
    const content = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.write(path, 0, 100);
    header.write("000644 \0", 100);
    header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write(type, 156);
    header.write("ustar\0", 257);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** The same from texts by path inside of the package. */
export function packageTarball(files: Readonly<Record<string, string>>): Buffer {
  return makeTarball(
    Object.entries(files).map(([path, text]) => ({ path: `package/${path}`, text })),
  );
}
