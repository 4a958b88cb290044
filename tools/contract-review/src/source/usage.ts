/** What a line of the consumer's code uses, so that an error on it can be told. */
export interface Usage {
  readonly kind: "call" | "argument" | "result" | "status";
  /** Name of the operation, `GET /pets/{id}`. */
  readonly operation: string;
  /** Where in the arguments or in the result. */
  readonly path: readonly string[];
  /** The code as a person would write it. */
  readonly shown: string;
  /** The object whose member it is, if a type: what several operations may share. */
  readonly owner?: number;
}

/** The consumer's code, and what each of its lines uses. */
export interface Consumer {
  readonly text: string;
  readonly lines: readonly string[];
  readonly usages: ReadonlyMap<number, Usage>;
  /** The operations that reach a type, by its number. */
  readonly operationsOf: (owner: number) => readonly string[];
}

/** Collects lines of code together with what they use. */
export interface CodeWriter {
  readonly write: (line: string, usage?: Usage) => void;
  readonly enter: (type: object, operation: string, from?: number) => TypeVisit;
  readonly isFull: () => boolean;
  readonly finish: () => Consumer;
}

interface TypeVisit {
  readonly owner: number;
  readonly isFirst: boolean;
}

/** Lines of code that one run compiles at most: beyond, the first uses have shown every type. */
const MOST_LINES = 60_000;

export function createCodeWriter(): CodeWriter {
  const lines: string[] = [];
  const usages = new Map<number, Usage>();
  const numbers = new Map<object, number>();
  const referrers: Set<number>[] = [];
  const operations: Set<string>[] = [];
  return {
    write(line, usage) {
      if (usage !== undefined) usages.set(lines.length, usage);
      lines.push(line);
    },
    enter(type, operation, from) {
      const known = numbers.get(type);
      const owner = known ?? numbers.size;
      if (known === undefined) {
        numbers.set(type, owner);
        referrers.push(new Set());
        operations.push(new Set());
      }
      if (from === undefined) operations[owner]?.add(operation);
      else referrers[owner]?.add(from);
      return { owner, isFirst: known === undefined };
    },
    isFull: () => lines.length >= MOST_LINES,
    finish: () => ({
      text: lines.join("\n"),
      lines,
      usages,
      operationsOf(owner) {
        const found = new Set<string>();
        const seen = new Set([owner]);
        for (const next of seen) {
          for (const operation of operations[next] ?? []) found.add(operation);
          for (const referrer of referrers[next] ?? []) seen.add(referrer);
        }
        return [...found];
      },
    }),
  };
}
