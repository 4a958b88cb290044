import type { FlexErrorDetails, ProblemDetails } from "./errors/flex-error-details.ts";

/**
 * Twilio's error object, or problem details (RFC 9457 §3.1). A member of another type than its
 * own is ignored.
 */
export function readErrorFields(
  body: unknown,
): Pick<FlexErrorDetails, "code" | "detail" | "moreInfo" | "problem"> {
  const members = Object(body) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined => {
    const value = members[name];
    return typeof value === "string" ? value : undefined;
  };
  const number = (name: string): number | undefined =>
    Number.isFinite(members[name]) ? Number(members[name]) : undefined;
  const problem = {
    type: text("type"),
    title: text("title"),
    status: number("status"),
    detail: text("detail"),
    instance: text("instance"),
  };
  const words = problem.detail ?? problem.title;
  return {
    code: number("code"),
    detail: text("message") ?? words,
    // Whoever makes it a link must not be made to run something else.
    moreInfo: /^https?:/.test(text("more_info") ?? "") ? text("more_info") : undefined,
    problem: words === undefined ? undefined : (problem as ProblemDetails),
  };
}
