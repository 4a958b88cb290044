import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonObject, own, ownString, setOwn } from "../json.ts";
import { childPointer, childValue, formatPointer, parsePointer, valueAt } from "../json-pointer.ts";
import { didYouMean } from "../nearest.ts";
import { quote } from "../describe-value.ts";
import type { Report } from "../report.ts";
import { externalMember } from "../source-set.ts";
import type { ExternalFile } from "./external-files.ts";
import { formatReference, readReference } from "./resolve-text.ts";

/** Where a reference leads; `later` where that depends on anchors that are not all known yet. */
type Resolution =
  | { readonly kind: "found"; readonly pointer: string }
  | { readonly kind: "later" }
  /** Reported. */
  | { readonly kind: "nowhere" };

export interface Resolver {
  /** @param holder The object with the `$ref`; its pointer is where `$ref` stands in. */
  resolve(holder: JsonObject, pointer: string, member?: string): Resolution;
  /** Makes an anchor known; the second of the same name is reported. */
  addAnchor(pointer: string, name: string): void;
  /** From now on an unknown anchor is an error. */
  anchorsComplete(): void;
}

/** Resolves references one step; rewrites those that are not `#` and a pointer. */
export function createResolver(
  root: JsonObject,
  mainName: string,
  external: (path: string) => ExternalFile,
  report: Report,
): Resolver {
  const anchors = new Map<string, string>();
  /** Files of which every object was looked at for anchors, also where nothing leads to. */
  const searched = new Set<string | undefined>();
  let complete = false;
  /** Comparing a name with all others costs; who has mistyped this many needs other help. */
  let suggestions = 100;
  /** Rewritten members: through a YAML alias one object can be met at two places. */
  const rewritten = new WeakMap<JsonObject, Set<string>>();

  const nowhere = { kind: "nowhere" } as const;

  const attach = (path: string, value: JsonValue): void => {
    const attached = own(root, externalMember);
    if (isJsonObject(attached)) setOwn(attached, path, value);
    else setOwn(root, externalMember, { [path]: value });
  };

  const openFile = (path: string, place: string, text: string): boolean => {
    const file = external(path);
    if (file.kind === "read") attach(path, file.value);
    if (file.kind === "unreadable") {
      report({
        code: "reference-unreadable",
        pointer: place,
        message: `The file ${quote(path)} is allowed and cannot be read`,
        expected: "a file beside the document",
        received: quote(text),
      });
    }
    if (file.kind === "not-allowed") {
      report({
        code: "reference-external",
        pointer: place,
        message: `The reference leads to another file, ${quote(path)}`,
        expected: "a reference inside the document, such as #/components/schemas/Name",
        received: quote(text),
        hint: `Move the target into the document, or allow the file: external.allow [${quote(path)}]`,
      });
    }
    return file.kind === "read";
  };

  const searchAnchors = (file: string | undefined): void => {
    if (searched.has(file)) return;
    searched.add(file);
    const start = file === undefined ? "" : formatPointer([externalMember, file]);
    for (const [name, pointer] of anchorsIn(valueAt(root, start) ?? null, start)) {
      if (file === undefined && fileOf(pointer) !== undefined) continue;
      const key = anchorKey(file, name);
      if (!anchors.has(key)) anchors.set(key, pointer);
    }
  };

  const target = (text: string, pointer: string, place: string): Resolution => {
    const base = fileOf(pointer);
    const read = readReference(text, base, mainName);
    if (read.kind === "invalid") {
      report({
        code: "reference-invalid",
        pointer: place,
        message: read.reason,
        expected: "a URI reference whose fragment is a JSON Pointer (RFC 6901 §6)",
        received: quote(text),
      });
      return nowhere;
    }
    if (read.kind === "remote" || read.kind === "outside") {
      report({
        code: "reference-external",
        pointer: place,
        message:
          read.kind === "remote"
            ? "The reference leads to another resource, and nothing is ever fetched"
            : "The reference leads out of the document's folder",
        expected: "a reference inside the document, such as #/components/schemas/Name",
        received: quote(text),
      });
      return nowhere;
    }
    if (read.file !== undefined && !openFile(read.file, place, text)) return nowhere;
    if (read.kind === "anchor") {
      if (complete) searchAnchors(read.file);
      const found = anchors.get(anchorKey(read.file, read.name));
      if (found !== undefined) return { kind: "found", pointer: found };
      if (!complete) return { kind: "later" };
      report({
        code: "reference-unknown",
        pointer: place,
        message: `No schema has the $anchor ${quote(read.name)}`,
        expected: "a JSON Pointer or the $anchor of a schema",
        received: quote(text),
        hint: text.startsWith("#/") ? undefined : `A JSON Pointer begins with #/`,
      });
      return nowhere;
    }
    const found =
      read.file === undefined
        ? read.pointer
        : formatPointer([externalMember, read.file]) + read.pointer;
    if (valueAt(root, found) !== undefined) return { kind: "found", pointer: found };
    report({
      code: "reference-unknown",
      pointer: place,
      message: "The reference leads nowhere",
      expected: "the place of something in the document",
      received: quote(text),
      hint: suggestions-- > 0 ? suggestion(root, found, text) : undefined,
    });
    return nowhere;
  };

  return {
    resolve: (holder, pointer, member = "$ref") => {
      const text = ownString(holder, member);
      if (text === undefined) return nowhere;
      // What was rewritten counts from the root, also inside an external file.
      const done = rewritten.get(holder);
      const base = done?.has(member) === true ? "" : pointer;
      const resolution = target(text, base, childPointer(pointer, member));
      if (resolution.kind === "found" && (!text.startsWith("#/") || fileOf(base) !== undefined)) {
        setOwn(holder, member, formatReference(resolution.pointer));
        if (done === undefined) rewritten.set(holder, new Set([member]));
        else done.add(member);
      }
      return resolution;
    },
    addAnchor: (pointer, name) => {
      const key = anchorKey(fileOf(pointer), name);
      const first = anchors.get(key);
      anchors.set(key, first ?? pointer);
      if (first === undefined || first === pointer) return;
      report({
        code: "invalid-value",
        pointer: childPointer(pointer, "$anchor"),
        message: `The $anchor ${quote(name)} is taken`,
        expected: "each $anchor once",
        received: quote(name),
        related: { message: "first here", pointer: childPointer(first, "$anchor") },
      });
    },
    anchorsComplete: () => {
      complete = true;
    },
  };
}

/** Every `$anchor` at or below a value. */
function* anchorsIn(value: JsonValue, pointer: string): Generator<readonly [string, string]> {
  const name = ownString(isJsonObject(value) ? value : undefined, "$anchor");
  if (name !== undefined) yield [name, pointer];
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* anchorsIn(child, childPointer(pointer, key));
  }
}

/** The external file a pointer is in; undefined for the document itself. */
function fileOf(pointer: string): string | undefined {
  if (!pointer.startsWith(`/${externalMember}/`)) return undefined;
  return parsePointer(pointer)?.[1];
}

function anchorKey(file: string | undefined, name: string): string {
  return `${file ?? ""}#${name}`;
}

/** Names the neighbour that was probably meant, at the first token that leads nowhere. */
function suggestion(root: JsonObject, pointer: string, text: string): string | undefined {
  let value: JsonValue = root;
  for (const token of parsePointer(pointer) ?? []) {
    const child = childValue(value, token);
    if (child === undefined) {
      if (!isJsonObject(value)) return undefined;
      return didYouMean(token, Object.keys(value), `${quote(text)} breaks off at ${quote(token)}`);
    }
    value = child;
  }
  return undefined;
}
