import type { Span, SyntaxProblem } from "./parsed-source.ts";
import { duplicateKey, loneSurrogate, tooDeep } from "./parsed-source.ts";

/** Where every value of a JSON text stands. */
export interface JsonIndex {
  readonly problems: readonly SyntaxProblem[];
  readonly locate: (tokens: readonly string[], at: "key" | "value") => Span;
}

interface OpenContainer {
  readonly entry: number;
  /** The entry of each key's value; undefined in an array. */
  readonly keys: Map<string, number> | undefined;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const blank = 0x20;

/**
 * Walks a text once that `JSON.parse` has accepted: only the extent of each token is left to find.
 * Flat arrays, one entry a value, instead of a tree: a 13 MB document has half a million values.
 */
export function indexJson(text: string, maxDepth: number): JsonIndex {
  const starts: number[] = [];
  const ends: number[] = [];
  /** -1 for what is no member of an object. */
  const keyStarts: number[] = [];
  const keyEnds: number[] = [];
  /** The entry after the last one inside this value. */
  const nexts: number[] = [];
  const problems: SyntaxProblem[] = [];
  const mayBeIllFormed = !text.isWellFormed() || /\\u[dD][89a-fA-F]/.test(text);

  const open: OpenContainer[] = [];
  let keyStart = -1;
  let keyEnd = -1;
  let expectsKey = false;

  const enter = (start: number, end: number): number => {
    const entry = starts.push(start) - 1;
    ends.push(end);
    keyStarts.push(keyStart);
    keyEnds.push(keyEnd);
    nexts.push(entry + 1);
    keyStart = -1;
    keyEnd = -1;
    return entry;
  };

  const enterKey = (keys: Map<string, number>, start: number, end: number): void => {
    keyStart = start;
    keyEnd = end;
    const name = textOf(text, start, end);
    const first = keys.get(name);
    if (first === undefined) {
      keys.set(name, starts.length);
      return;
    }
    const firstSpan = { start: keyStarts[first] ?? 0, end: keyEnds[first] ?? 0 };
    problems.push(duplicateKey(name, { start, end }, firstSpan));
  };

  for (let at = 0, end = 0; at < text.length; at = end) {
    const code = text.charCodeAt(at);
    const container = open.at(-1);
    end = at + 1;
    if (code <= blank) continue;
    if (code === openBrace || code === openBracket) {
      const entry = enter(at, end);
      if (open.length >= maxDepth) {
        problems.push(tooDeep({ start: at, end }, maxDepth));
        break;
      }
      open.push({ entry, keys: code === openBrace ? new Map() : undefined });
      expectsKey = code === openBrace;
    } else if (code === closeBrace || code === closeBracket) {
      open.pop();
      expectsKey = false;
      if (container !== undefined) {
        ends[container.entry] = end;
        nexts[container.entry] = starts.length;
      }
    } else if (code === comma) {
      expectsKey = container?.keys !== undefined;
    } else if (code === colon) {
      expectsKey = false;
    } else if (code === quote) {
      end = endOfString(text, at);
      if (mayBeIllFormed && !textOf(text, at, end).isWellFormed()) {
        problems.push(loneSurrogate({ start: at, end }));
      }
      if (expectsKey && container?.keys !== undefined) enterKey(container.keys, at, end);
      else enter(at, end);
    } else {
      end = endOfLiteral(text, at);
      enter(at, end);
    }
  }

  const child = (parent: number, token: string): number | undefined => {
    const limit = nexts[parent] ?? 0;
    const index = text.charCodeAt(starts[parent] ?? 0) === openBrace ? undefined : Number(token);
    let count = 0;
    for (let entry = parent + 1; entry < limit; entry = nexts[entry] ?? limit) {
      const isIt =
        index === undefined
          ? textOf(text, keyStarts[entry] ?? 0, keyEnds[entry] ?? 0) === token
          : count === index;
      if (isIt) return entry;
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

/** What a string token says; most have no escapes. */
function textOf(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  if (!raw.includes("\\")) return raw;
  const said: string = JSON.parse(text.slice(start, end));
  return said;
}

/** The offset after the closing quote: the first that an even number of backslashes precedes. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (text.charCodeAt(before - 1) === backslash) before -= 1;
    if ((at - before) % 2 === 0) return at + 1;
  }
  return text.length;
}

/** The offset after a number, `true`, `false` or `null`. */
function endOfLiteral(text: string, start: number): number {
  let at = start + 1;
  for (let code = text.charCodeAt(at); at < text.length; code = text.charCodeAt(at)) {
    if (code <= blank || code === comma || code === closeBrace || code === closeBracket) break;
    at += 1;
  }
  return at;
}
