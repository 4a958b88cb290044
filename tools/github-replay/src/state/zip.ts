import { zipSync } from "fflate";

/** The bytes of an archive with these files. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(
    ([name, content]) =>
      [name, typeof content === "string" ? new TextEncoder().encode(content) : content] as const,
  );
  // A fixed day keeps the bytes the same in every run; zip knows no year before 1980.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2026, 10, 1) });
}
