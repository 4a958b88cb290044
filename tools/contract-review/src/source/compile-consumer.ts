import { type CompileError, createCompiler } from "./compiler.ts";
import type { Surface } from "./surface.ts";
import type { Consumer, Usage } from "./usage.ts";
import { writeConsumer } from "./write-consumer.ts";

/** One use of the base's client that the head's refuses. */
export interface BrokenUsage {
  readonly usage: Usage;
  readonly error: CompileError;
  readonly operations: readonly string[];
}

/** Writes a consumer for the base and compiles it against the head. */
export function compileConsumer(base: Surface, head: Surface): readonly BrokenUsage[] {
  const compiler = createCompiler();
  const consumer = writeConsumer(compiler.programOf(base));
  const after = compiler.errorsOf(consumer.text, base, head);
  if (after.length === 0) return [];
  // What the base itself refuses says something about the consumer, and nothing about the edit.
  const before = new Set(compiler.errorsOf(consumer.text, base, base).map(keyOf));
  return after
    .filter((error) => !before.has(keyOf(error)))
    .flatMap((error) => brokenUsage(consumer, error));
}

function keyOf({ line, code }: CompileError): string {
  return `${String(line)} ${String(code)}`;
}

function brokenUsage(consumer: Consumer, error: CompileError): readonly BrokenUsage[] {
  const usage = consumer.usages.get(error.line);
  if (usage === undefined) return [];
  const shared = usage.owner === undefined ? [] : consumer.operationsOf(usage.owner);
  return [{ usage, error, operations: shared.length > 0 ? shared : [usage.operation] }];
}
