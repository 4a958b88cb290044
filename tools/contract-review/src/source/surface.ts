import { generate } from "@flex-channels/codegen";
import type { OpenApiDocument } from "@flex-channels/document";

/** The files of a generated package that a consumer's types come from. */
export type Surface = ReadonlyMap<string, string>;

const TYPES = ["client.ts", "schemas.ts", "types.ts"];

/** What a consumer of the generated client compiles against; nothing where none can be generated. */
export async function surfaceOf(document: OpenApiDocument): Promise<Surface | undefined> {
  const { files } = await generate(document, { format: false });
  if (files.length === 0) return undefined;
  return new Map(
    files.filter(({ path }) => TYPES.includes(path)).map(({ path, text }) => [path, text]),
  );
}

/** Whether two surfaces are the same text but for comments. */
export function isSameSurface(base: Surface, head: Surface): boolean {
  return TYPES.every((path) => withoutComments(base.get(path)) === withoutComments(head.get(path)));
}

function withoutComments(text = ""): string {
  return text.replaceAll(/\/\*[^]*?\*\/|^\/\/.*$/gm, "").replaceAll(/\s+/g, " ");
}
