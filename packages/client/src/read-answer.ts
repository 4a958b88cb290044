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

function readSuccess(answer: Answer, content: ResponseShape["content"]): Success | Failure {
  const { status, headers, bytes, truncated } = answer;
  const success = { kind: "success", word: String(status) } as const;
  if (content.length === 0) return { ...success, data: undefined };
  const [mediaType = ""] = (headers.get("content-type") ?? "").toLowerCase().split(/ *;/, 1);
  if (truncated) return refuse(answer, mediaType, "a body longer than maxResponseBytes");
  if (!content.includes(mediaType)) {
    return refuse(answer, mediaType, `expected ${content.join(" or ")}`);
  }
  if (bytes.byteLength === 0) return refuse(answer, mediaType, "empty body");
  try {
    // Takes a byte order mark off and refuses what is not UTF-8 (RFC 8259 §8.1).
    const text = (strictDecoder ??= new TextDecoder("utf-8", { fatal: true })).decode(bytes);
    // `application/json` and every `+json` (RFC 6839 §3.1).
    return { ...success, data: /[/+]json$/.test(mediaType) ? JSON.parse(text) : text };
  } catch (error) {
    const problem = error instanceof TypeError ? "invalid UTF-8" : "invalid JSON";
    return refuse(answer, mediaType, problem);
  }
}

function refuse({ bytes }: Answer, mediaType: string, problem: string): Failure {
  const received = `${harmless(mediaType) ?? "another media type"}, ${bytes.byteLength} bytes`;
  return { kind: "parse", reason: `${problem}; received ${received} ${sketch(bytes)}` };
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
