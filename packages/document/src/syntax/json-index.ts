import type * as Jsonc from "jsonc-parser";
import { loadModule } from "../load-module.ts";
import type { Span, SyntaxProblem } from "./parsed-source.ts";
import { duplicateKey, loneSurrogate, tooDeep } from "./parsed-source.ts";

// Values of jsonc-parser's const enum SyntaxKind, which isolated modules cannot import.
const openBrace = 1;
const closeBrace = 2;
const openBracket = 3;
const closeBracket = 4;
const comma = 5;
const colon = 6;
const string = 10;
const endOfFile = 17;

/** Where every value of a JSON text stands; one entry a value, in document order. */
export interface JsonIndex {
  readonly problems: readonly SyntaxProblem[];
  readonly locate: (tokens: readonly string[], at: "key" | "value") => Span;
}

interface OpenContainer {
  readonly entry: number;
  /** First place of each key; undefined in an array. */
  readonly keys: Map<string, Span> | undefined;
}

/**
 * Walks the tokens of a valid JSON text once, without recursion. Flat arrays instead of a tree:
 * a 13 MB document has half a million values.
 */
export function indexJson(text: string, maxDepth: number): JsonIndex {
  const { createScanner }: typeof Jsonc = loadModule("jsonc-parser");
  const starts: number[] = [];
  const ends: number[] = [];
  const keyStarts: number[] = [];
  const keyEnds: number[] = [];
  /** The entry after the last one inside this value. */
  const nexts: number[] = [];
  const isObject: boolean[] = [];
  const problems: SyntaxProblem[] = [];

  const open: OpenContainer[] = [];
  let key: Span | undefined;
  let expectsKey = false;
  const scanner = createScanner(text, true);
  const mayBeIllFormed = !text.isWellFormed() || /\\u[dD][89a-fA-F]/.test(text);

  const enter = (start: number, end: number, object: boolean): number => {
    const entry = starts.length;
    starts.push(start);
    ends.push(end);
    keyStarts.push(key?.start ?? -1);
    keyEnds.push(key?.end ?? -1);
    nexts.push(entry + 1);
    isObject.push(object);
    key = undefined;
    return entry;
  };

  for (let token: number = scanner.scan(); token !== endOfFile; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const container = open.at(-1);
    if (token === openBrace || token === openBracket) {
      const entry = enter(start, end, token === openBrace);
      if (open.length >= maxDepth) {
        problems.push(tooDeep({ start, end }, maxDepth));
        break;
      }
      open.push({ entry, keys: token === openBrace ? new Map() : undefined });
      expectsKey = token === openBrace;
    } else if (token === closeBrace || token === closeBracket) {
      open.pop();
      expectsKey = false;
      if (container !== undefined) {
        ends[container.entry] = end;
        nexts[container.entry] = starts.length;
      }
    } else if (token === comma) {
      expectsKey = container?.keys !== undefined;
    } else if (token === colon) {
      expectsKey = false;
    } else if (expectsKey && token === string && container?.keys !== undefined) {
      key = { start, end };
      const name = scanner.getTokenValue();
      const first = container.keys.get(name);
      if (first === undefined) container.keys.set(name, key);
      else problems.push(duplicateKey(name, key, first));
    } else {
      enter(start, end, false);
    }
    if (mayBeIllFormed && token === string && !scanner.getTokenValue().isWellFormed()) {
      problems.push(loneSurrogate({ start, end }));
    }
  }

  const child = (parent: number, token: string): number | undefined => {
    const limit = nexts[parent] ?? 0;
    const index = isObject[parent] === true ? undefined : Number(token);
    let count = 0;
    for (let entry = parent + 1; entry < limit; entry = nexts[entry] ?? limit) {
      if (index === undefined) {
        if (JSON.parse(text.slice(keyStarts[entry], keyEnds[entry])) === token) return entry;
      } else if (count === index) {
        return entry;
      }
      count += 1;
    }
    return undefined;
  };

  return {
    problems,
    locate: (tokens, at) => {
      let entry = 0;
      for (const token of tokens) {
        const found = child(entry, token);
        if (found === undefined) break;
        entry = found;
      }
      const hasKey = at === "key" && keyStarts[entry] !== -1;
      const [from, to] = hasKey ? [keyStarts, keyEnds] : [starts, ends];
      return { start: from[entry] ?? 0, end: to[entry] ?? 0 };
    },
  };
}
