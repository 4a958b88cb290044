/** An error of the TypeScript compiler, as far as a promise about it goes. */
export interface CompileError {
  /** Such as `TS2339`. */
  readonly code: string;
  /** The member that the message names first. */
  readonly member: string;
}

/** Reads `TS2339: Property 'a' does not exist on type 'B'.`, in a report or in the compiler's output. */
export function readCompileErrors(text: string): readonly CompileError[] {
  return [...text.matchAll(/\b(TS\d+): [^\n]*?['"]([^'"\n]+)['"]/g)].map(
    ([, code = "", member = ""]) => ({ code, member }),
  );
}

/** Errors in words, each once; `none` where there is none. */
export function describeErrors(errors: readonly CompileError[]): string {
  const told = [...new Set(errors.map(({ code, member }) => `${code} ${member}`))].toSorted();
  return told.length === 0 ? "none" : told.join(", ");
}
