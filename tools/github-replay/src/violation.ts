/** Something that GitHub's description, or GitHub itself, does not allow. */
export interface Violation {
  /** GitHub's name of the operation, or method and path where it has none. */
  readonly operation: string;
  /** Who is wrong: the program under test, or this server. */
  readonly side: "request" | "answer";
  /** `header accept`, `query per_page`, `body /labels/0`. */
  readonly where: string;
  readonly expected: string;
  readonly received: string;
}

/** What is wrong with one value, before it is known whose it is. */
export interface Problem {
  /** JSON pointer inside the value. */
  readonly pointer: string;
  readonly expected: string;
  readonly received: string;
}

/** A value in one line, short enough to read. */
export function show(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}

/** Requests, or answers, that the description does not allow. */
export class GithubViolationError extends Error {
  override readonly name = "GithubViolationError";
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super(
      [
        `GitHub's description does not allow what was ${violations.every(({ side }) => side === "answer") ? "answered" : "sent"}:`,
        ...violations.map(
          ({ operation, side, where, expected, received }) =>
            `- ${operation}: ${side} ${where}\n    expected ${expected}\n    received ${received}`,
        ),
      ].join("\n"),
    );
    this.violations = violations;
  }
}
