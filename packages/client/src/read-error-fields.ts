import type { FlexErrorDetails } from "./errors/flex-error-details.ts";

/**
 * Twilio's error object, or problem details (RFC 9457 §3.1). A member of another type than its
 * own is ignored.
 */
export function readErrorFields(
  body: unknown,
): Pick<FlexErrorDetails, "code" | "detail" | "moreInfo" | "problem"> {
  if (typeof body !== "object" || body === null) return {};
  const pick = (names: readonly string[], type: "string" | "number"): Record<string, never> =>
    Object.fromEntries(
      Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
        names.includes(name) &&
        typeof value === type &&
        (type === "string" || Number.isFinite(value))
          ? [[name, value]]
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
