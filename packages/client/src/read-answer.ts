import type { ResponseShape } from "@flex-channels/contract";
import { describeIssues } from "./errors/describe-error.ts";
import type { ValidationMode } from "./options.ts";
import type { Answer, Failure, Outcome, Success } from "./outcome.ts";
import type { OperationPlan } from "./plan-operation.ts";
import { readErrorFields } from "./read-error-fields.ts";
import { harmless } from "./redact.ts";
import { sketch } from "./sketch.ts";

/** Reads an answer: the status decides what it is, then media type, bytes and shape. */
export function readAnswer(
  answer: Answer,
  { operation, responseValidators }: OperationPlan,
  validation: ValidationMode,
  warn: (message: string) => void,
): Outcome {
  const { status, broken } = answer;
  if (status < 200 || status > 299) return readError(answer);
  if (broken) return broken;
  const { responses, method } = operation;
  const key = [String(status), "2XX", "default"].find((one) => responses[one]) ?? "";
  const shape = responses[key];
  if (!shape) return { kind: "contract", reason: `HTTP ${status} is not in the document` };
  const read = readSuccess(answer, method === "HEAD" ? [] : shape.content);
  if (read.kind !== "success") return read;
  const body = read.data;
  const { code, message } = Object(body) as Record<string, unknown>;
  if (typeof code === "number" && typeof message === "string") {
    const reason = `an error under HTTP ${status}`;
    return { kind: "contract", reason, ...readErrorFields(body), body };
  }
  const issues = (validation !== "off" && responseValidators?.[key]?.(body)) || [];
  if (issues.length > 0) {
    const reason = "the answer violates the document";
    if (validation === "throw") return { kind: "contract", reason, issues, body };
    warn(`${reason}: ${describeIssues(issues)}`);
  }
  return read;
}

let strictDecoder: { decode(bytes: Uint8Array): string } | undefined;

/** `application/json` and every `+json` (RFC 6839 §3.1). */
function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}

function readSuccess(
  { status, headers, bytes, truncated }: Answer,
  content: ResponseShape["content"],
): Success | Failure {
  const success = (data: unknown): Success => ({ kind: "success", word: String(status), data });
  if (content.length === 0) return success(undefined);
  const [mediaType = ""] =
    /^[\w!#$&^.+/-]{0,99}/.exec(headers.get("content-type")?.toLowerCase() ?? "") ?? [];
  const refuse = (problem: string): Failure => ({
    kind: "parse",
    reason: `${problem}; received ${harmless(mediaType) ?? "another media type"}, ${bytes.byteLength} bytes ${sketch(bytes)}`,
  });
  if (truncated) return refuse("a body longer than maxResponseBytes");
  if (!content.includes(mediaType)) {
    return refuse(`expected ${content.join(" or ")}`);
  }
  if (bytes.byteLength === 0) return refuse("empty body");
  try {
    // Takes a byte order mark off and refuses what is not UTF-8 (RFC 8259 §8.1).
    const text = (strictDecoder ??= new TextDecoder("utf-8", { fatal: true })).decode(bytes);
    return success(isJson(mediaType) ? JSON.parse(text) : text);
  } catch (error) {
    return refuse(error instanceof TypeError ? "invalid UTF-8" : "invalid JSON");
  }
}

function readError({ status, headers, bytes }: Answer): Failure {
  const failure: Failure = {
    kind: "http",
    word: String(status),
    ...(status < 400 && headers.get("location") && { note: "a redirect that is not followed" }),
  };
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return { ...failure, ...readErrorFields(body), body };
  } catch {
    // What is no JSON has no fields.
    return failure;
  }
}
