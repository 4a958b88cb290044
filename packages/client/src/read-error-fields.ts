import type { FlexErrorDetails } from "./errors/flex-error-base.ts";

/**
 * Twilio's error object, or problem details (RFC 9457 §3.1). Members of another type than theirs
 * are ignored (§3.1: "the value ... MUST be ignored"), long ones cut.
 */
export function readErrorFields(
  body: unknown,
): Pick<FlexErrorDetails, "code" | "detail" | "moreInfo" | "problem"> {
  if (typeof body !== "object" || body === null) return {};
  const pick = (names: readonly string[], type: "string" | "number"): Record<string, never> =>
    Object.fromEntries(
      Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
        names.includes(name) && typeof value === type
          ? [[name, typeof value === "string" ? value.slice(0, 500) : value]]
          : [],
      ),
    ) as Record<string, never>;
  const { code, ...numbers } = pick(["code", "status"], "number");
  const {
    message,
    more_info: moreInfo,
    ...texts
  } = pick(["message", "more_info", "type", "title", "detail", "instance"], "string");
  const problem = { ...texts, ...numbers };
  return {
    code,
    detail: message ?? texts["detail"] ?? texts["title"],
    moreInfo,
    problem: "title" in problem || "detail" in problem ? problem : undefined,
  };
}
