import type { JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject } from "../json.ts";
import type { Span, SyntaxProblem } from "./parsed-source.ts";
import { duplicateKey, loneSurrogate, tooDeep } from "./parsed-source.ts";

/** Where every value of a JSON text stands. */
export interface JsonIndex {
  readonly problems: readonly SyntaxProblem[];
  readonly locate: (tokens: readonly string[], at: "key" | "value") => Span;
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
 * Flat columns, one entry a value, instead of a tree: a 13 MB document has half a million values.
 *
 * @param value What `JSON.parse` made of the text.
 */
export function indexJson(text: string, value: JsonValue, maxDepth: number): JsonIndex {
  let columns = createColumns(text.length >> 4);
  let count = 0;
  const problems: SyntaxProblem[] = [];
  const mayBeIllFormed = !text.isWellFormed() || /\\u[dD][89a-fA-F]/.test(text);

  /** The entries of the objects and arrays that are open. */
  const open: number[] = [];
  let keyStart = -1;
  let keys = 0;
  let expectsKey = false;

  const enter = (start: number, end: number): number => {
    if (count === columns.starts.length) columns = grown(columns);
    const entry = count++;
    columns.starts[entry] = start;
    columns.ends[entry] = end;
    columns.keyStarts[entry] = keyStart;
    columns.nexts[entry] = count;
    keyStart = -1;
    return entry;
  };
  const isInObject = (): boolean =>
    text.charCodeAt(columns.starts[open.at(-1) ?? 0] ?? 0) === openBrace;

  for (let at = 0, end = 0; at < text.length; at = end) {
    const code = text.charCodeAt(at);
    end = at + 1;
    if (code <= blank || code === colon) continue;
    if (code === openBrace || code === openBracket) {
      const entry = enter(at, end);
      if (open.length >= maxDepth) {
        problems.push(tooDeep({ start: at, end }, maxDepth));
        break;
      }
      open.push(entry);
      expectsKey = code === openBrace;
    } else if (code === closeBrace || code === closeBracket) {
      const entry = open.pop() ?? 0;
      columns.ends[entry] = end;
      columns.nexts[entry] = count;
      expectsKey = false;
    } else if (code === comma) {
      expectsKey = isInObject();
    } else if (code === quote) {
      end = endOfString(text, at);
      if (mayBeIllFormed && !textOf(text, at, end).isWellFormed()) {
        problems.push(loneSurrogate({ start: at, end }));
      }
      if (expectsKey) {
        keyStart = at;
        keys += 1;
        expectsKey = false;
      } else {
        enter(at, end);
      }
    } else {
      end = endOfLiteral(text, at);
      enter(at, end);
    }
  }
  if (problems.length === 0 && keys !== countMembers(value)) {
    problems.push(...duplicateKeys(text, columns, count));
  }

  const child = (parent: number, token: string): number | undefined => {
    const isObject = text.charCodeAt(columns.starts[parent] ?? 0) === openBrace;
    let index = 0;
    for (const entry of inside(columns, parent)) {
      if (isObject ? keyOf(text, columns, entry) === token : String(index) === token) return entry;
      index += 1;
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
      const span = { start: columns.starts[entry] ?? 0, end: columns.ends[entry] ?? 0 };
      return at === "key" ? (keySpan(text, columns, entry) ?? span) : span;
    },
  };
}

interface Columns {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** -1 for what is no member of an object. */
  readonly keyStarts: Int32Array;
  /** The entry after the last one inside this value. */
  readonly nexts: Int32Array;
}

function createColumns(size: number): Columns {
  const column = (): Int32Array => new Int32Array(Math.max(size, 16));
  return { starts: column(), ends: column(), keyStarts: column(), nexts: column() };
}

function grown({ starts, ends, keyStarts, nexts }: Columns): Columns {
  const larger = (column: Int32Array): Int32Array => {
    const copy = new Int32Array(column.length * 2);
    copy.set(column);
    return copy;
  };
  return {
    starts: larger(starts),
    ends: larger(ends),
    keyStarts: larger(keyStarts),
    nexts: larger(nexts),
  };
}

/** The entries of an object's members or an array's items. */
function* inside({ nexts }: Columns, parent: number): Generator<number> {
  const limit = nexts[parent] ?? 0;
  for (let entry = parent + 1; entry < limit; entry = nexts[entry] ?? limit) yield entry;
}

function keySpan(text: string, { keyStarts }: Columns, entry: number): Span | undefined {
  const start = keyStarts[entry] ?? -1;
  return start === -1 ? undefined : { start, end: endOfString(text, start) };
}

function keyOf(text: string, columns: Columns, entry: number): string | undefined {
  const span = keySpan(text, columns, entry);
  return span === undefined ? undefined : textOf(text, span.start, span.end);
}

/** Fewer members than keys: `JSON.parse` keeps the last of those that have one name. */
function countMembers(value: JsonValue): number {
  let count = 0;
  const pending: JsonValue[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isJsonArray(next)) {
      for (const item of next) if (typeof item === "object" && item !== null) pending.push(item);
    } else if (isJsonObject(next)) {
      for (const name of Object.keys(next)) {
        count += 1;
        const member = next[name];
        if (typeof member === "object" && member !== null) pending.push(member);
      }
    }
  }
  return count;
}

function duplicateKeys(text: string, columns: Columns, count: number): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (let parent = 0; parent < count; parent += 1) {
    const seen = new Map<string, Span>();
    for (const entry of inside(columns, parent)) {
      const span = keySpan(text, columns, entry);
      if (span === undefined) break;
      const name = textOf(text, span.start, span.end);
      const first = seen.get(name);
      if (first === undefined) seen.set(name, span);
      else problems.push(duplicateKey(name, span, first));
    }
  }
  return problems;
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
