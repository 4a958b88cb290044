/** A place in a text. */
export interface SourcePosition {
  /** Counted from 1; a line ends with LF. */
  readonly line: number;
  /** Counted from 1 in UTF-16 code units, as editors do. */
  readonly column: number;
  /** Counted from 0 in UTF-16 code units of the text, a byte order mark left out. */
  readonly offset: number;
}

/** From a place up to, and without, another. */
export interface SourceRange {
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

/** A range and the file it is in: an allowed external file has its own name. */
export interface SourceLocation extends SourceRange {
  readonly file: string;
}

/** A text that was read, and the name it is reported under. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Turns offsets into lines and columns. */
export interface LineIndex {
  position(offset: number): SourcePosition;
  range(start: number, end: number): SourceRange;
}

/** Reads the line starts once, at the first question. */
export function createLineIndex(text: string): LineIndex {
  let starts: readonly number[] | undefined;
  const position = (offset: number): SourcePosition => {
    starts ??= lineStarts(text);
    const bounded = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= bounded) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: bounded - (starts[low] ?? 0) + 1, offset: bounded };
  };
  return { position, range: (start, end) => ({ start: position(start), end: position(end) }) };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
