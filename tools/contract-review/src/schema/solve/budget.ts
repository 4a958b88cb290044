/** Thrown inside the solver where the work exceeds its budget; never leaves the schema room. */
export class BudgetExceeded extends Error {
  readonly keyword: string;

  constructor(keyword: string) {
    super(`The budget ended at ${keyword}.`);
    this.name = "BudgetExceeded";
    this.keyword = keyword;
  }
}
