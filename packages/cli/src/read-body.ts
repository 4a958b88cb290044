import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { text } from "node:stream/consumers";
import type { Host } from "./host.ts";
import type { Body } from "./invocation.ts";

export type ReadBody =
  | { readonly kind: "read"; readonly argument: { readonly body?: unknown } }
  | { readonly kind: "unreadable"; readonly message: string };

/** Gets a request body from where the command line says. The message repeats none of it. */
export async function readBody(body: Body, { stdin, stop }: Host): Promise<ReadBody> {
  switch (body.kind) {
    case "none":
      return { kind: "read", argument: {} };
    case "text":
      return parseBody(body.text, body.isJson, "--body");
    case "stdin":
      try {
        const source = await text(addAbortSignal(stop.signal, stdin));
        return parseBody(source, body.isJson, "standard input");
      } catch {
        return { kind: "unreadable", message: "cannot read standard input" };
      }
    case "file":
      try {
        return parseBody(await readFile(body.file, "utf8"), body.isJson, body.file);
      } catch (error) {
        const reason =
          error instanceof Error && "code" in error ? String(error.code) : "unreadable";
        return { kind: "unreadable", message: `cannot read ${body.file}: ${reason}` };
      }
    default:
      return body satisfies never;
  }
}

function parseBody(source: string, isJson: boolean, place: string): ReadBody {
  if (!isJson) return { kind: "read", argument: { body: source } };
  try {
    const body: unknown = JSON.parse(source);
    return { kind: "read", argument: { body } };
  } catch {
    return { kind: "unreadable", message: `${place} holds no JSON, and the operation takes JSON` };
  }
}
