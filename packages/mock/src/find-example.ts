import type { Example, Operation } from "@flex-channels/contract";
import type { Examples } from "./mock-options.ts";

/** The example for a status: its own, its range's (`4XX`), then `default` (OpenAPI 3.1 §4.8.16). */
export function findExample(
  examples: Examples,
  operationId: string,
  status: number,
): Example<unknown> | undefined {
  const own = examples[operationId] ?? {};
  const shared = own[`${Math.floor(status / 100)}XX`] ?? own["default"];
  return own[status] ?? (namesOtherStatus(shared?.body, status) ? undefined : shared);
}

/** One example stands for a whole range; its body may say which of its statuses it shows. */
function namesOtherStatus(body: unknown, status: number): boolean {
  if (typeof body !== "object" || body === null || !("status" in body)) return false;
  return typeof body.status === "number" && body.status !== status;
}

/** The status of an operation's success: the lowest documented one, else 200. */
export function successStatus(operation: Operation): number {
  const [lowest = "200"] = Object.keys(operation.responses)
    .filter((key) => /^2\d\d$/.test(key))
    .toSorted();
  return Number(lowest);
}

/** True for a status that the operation documents, by itself, by range or by `default`. */
export function documentsStatus(operation: Operation, status: number): boolean {
  const { responses } = operation;
  return [`${status}`, `${Math.floor(status / 100)}XX`, "default"].some((key) => key in responses);
}
