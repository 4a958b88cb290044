import type { JsonValue } from "../../json/json-value.ts";
import type { Literal } from "../formula/formula.ts";
import type { Literals } from "../formula/literals.ts";
import type { Answer } from "./answer.ts";

/** What arrays and objects ask about the values inside them. */
export interface Context {
  readonly literals: Literals;
  /** A value that satisfies all literals. */
  solve(literals: readonly Literal[]): Answer;
  /** Whether one value satisfies the literal; `undefined` where that cannot be decided. */
  holds(value: JsonValue, literal: Literal): boolean | undefined;
  /** Whether `check` is true without resting on a question that is still open above. */
  certainly(check: () => boolean): boolean;
  /** Counts a step against the budget; throws where it is used up, naming the keyword. */
  spend(keyword: string): void;
}
