import type { RequestShape } from "@flex-channels/contract";
import { isSuccess } from "./attempt.ts";
import { scrubbed, warn } from "./call.ts";
import type { Call } from "./call.ts";
import { describeIssues } from "./errors/describe-error.ts";
import type { CheckTable } from "./issue.ts";
import type { Answer, Failure, Outcome } from "./outcome.ts";
import type { Details } from "./details.ts";

/** Reads an answer: the status decides what it is, then media type, bytes and shape. */
export function readAnswer(
  call: Call,
  answer: Answer,
  { successes, method }: RequestShape,
  checks: CheckTable[string] | undefined,
): Outcome {
  const { status, broken } = answer;
  const { details } = call.extras;
  if (!isSuccess(status)) return readError(answer, details);
  if (broken) return broken;
  const key = [`${status}`, "2XX", "default"].find((one) => successes[one]) ?? "";
  const content = successes[key];
  if (!content) return { kind: "contract", reason: `HTTP ${status} is not in the document` };
  if (method === "HEAD" || content.length === 0) return { kind: "success", data: undefined };
  const read = readSuccess(answer, content, details);
  if (read.kind !== "success") return read;
  const { data: body } = read;
  const { code, message } = Object(body) as Record<string, unknown>;
  if (typeof code === "number" && typeof message === "string") {
    const reason = `an error under HTTP ${status}`;
    return { kind: "contract", reason, ...details?.fieldsOf(body), body };
  }
  const { validation } = call.settings;
  const issues = (validation !== "off" && checks?.[key]?.(body)) || [];
  if (issues.length > 0) {
    const reason = "the answer violates the document";
    if (validation === "throw") return { kind: "contract", reason, issues, body };
    warn(call, "contract", scrubbed(call, `${reason}: ${describeIssues(issues)}`));
  }
  return read;
}

let strictDecoder: { decode(bytes: Uint8Array): string } | undefined;

function readSuccess(
  { headers, bytes, truncated }: Answer,
  content: readonly string[],
  details: Details | undefined,
): Outcome {
  const [mediaType = ""] = (headers.get("content-type") ?? "").toLowerCase().split(/[ \t]*;/, 1);
  const refuse = (problem: string): Failure => {
    const sketched = details?.sketch(mediaType, bytes) ?? "";
    return { kind: "parse", reason: `${problem}; received ${bytes.byteLength} bytes${sketched}` };
  };
  if (truncated) return refuse("a body longer than maxResponseBytes");
  if (!content.includes(mediaType)) return refuse(`expected ${content.join(" or ")}`);
  if (bytes.byteLength === 0) return refuse("empty body");
  try {
    // Takes a byte order mark off and refuses what is not UTF-8 (RFC 8259 §8.1).
    const text = (strictDecoder ??= new TextDecoder("utf-8", { fatal: true })).decode(bytes);
    // `application/json` and every `+json` (RFC 6839 §3.1).
    const data: unknown = /[/+]json$/.test(mediaType) ? JSON.parse(text) : text;
    return { kind: "success", data };
  } catch (error) {
    return refuse(error instanceof TypeError ? "invalid UTF-8" : "invalid JSON");
  }
}

function readError({ status, headers, bytes }: Answer, details?: Details): Failure {
  const failure: Failure = {
    kind: "http",
    // Of a redirect whose target the runtime hides not even the status is known.
    ...((status === 0 || (status < 400 && headers.get("location"))) && {
      note: "a redirect that is not followed",
    }),
  };
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return { ...failure, ...details?.fieldsOf(body), body };
  } catch {
    // What is no JSON has no fields.
    return failure;
  }
}
