import type { Operation, ResponseShape } from "@flex-channels/contract";
import { describeIssues } from "./errors/describe-error.ts";
import type { ProblemDetails } from "./errors/flex-error-base.ts";
import type { Issue } from "./issue.ts";
import type { Answer, Failure, Outcome } from "./outcome.ts";
import type { ValidationMode } from "./options.ts";
import { sketch } from "./sketch.ts";

/** Judges a body; empty means valid. */
export type BodyValidator = (value: unknown) => readonly Issue[];

/** How an operation's answers are judged. */
export interface AnswerRules {
  readonly operation: Operation;
  /** By status code, range or `default`, as the operation's responses. */
  readonly validators: Readonly<Record<string, BodyValidator>> | undefined;
  readonly validation: ValidationMode;
  warn(message: string): void;
}

/** Reads an answer: the status decides what it is, then the media type, the bytes and the shape. */
export function readAnswer(answer: Answer, rules: AnswerRules): Outcome {
  const { status } = answer;
  if (status < 200 || status > 299) return readError(answer);
  const { operation, validators } = rules;
  const key = [String(status), "2XX", "default"].find((one) => one in operation.responses);
  const shape = operation.responses[key ?? ""];
  if (key === undefined || shape === undefined) {
    return { kind: "contract", reason: `HTTP ${status} is not in the document` };
  }
  const read = operation.method === "HEAD" ? { data: undefined } : readSuccess(answer, shape);
  if ("kind" in read) return read;
  const { data } = read;
  const disguised = errorFields(data);
  if (disguised.code !== undefined && disguised.detail !== undefined) {
    return { kind: "contract", reason: `an error under HTTP ${status}`, ...disguised, body: data };
  }
  const issues = rules.validation === "off" ? [] : (validators?.[key]?.(data) ?? []);
  if (issues.length > 0) {
    if (rules.validation === "throw") {
      return { kind: "contract", reason: "the answer violates the document", issues, body: data };
    }
    rules.warn(`the answer violates the document: ${describeIssues(issues)}`);
  }
  return { kind: "success", data };
}

function readSuccess(
  { headers, bytes, truncated }: Answer,
  { content }: ResponseShape,
): { data: unknown } | Failure {
  if (content.length === 0) return { data: undefined };
  const mediaType =
    (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const refuse = (problem: string): Failure => ({
    kind: "parse",
    reason: `${problem}; media type ${/^[\w.+/-]{1,80}$/.test(mediaType) ? mediaType : "unknown"}, body ${sketch(bytes)}`,
    word: "parse",
    rawBody: new TextDecoder().decode(bytes.subarray(0, 65_536)),
  });
  if (truncated) return refuse(`more than ${bytes.byteLength} bytes (maxResponseBytes)`);
  if (!content.includes(mediaType) && !(isJson(mediaType) && content.some(isJson))) {
    return refuse(`expected ${content.join(" or ")}`);
  }
  if (bytes.byteLength === 0) return refuse("an empty body");
  let text: string;
  try {
    // A byte order mark is taken off, invalid UTF-8 is refused (RFC 8259 §8.1).
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("not UTF-8");
  }
  if (!isJson(mediaType)) return { data: text };
  try {
    return { data: JSON.parse(text) as unknown };
  } catch {
    return refuse("no valid JSON");
  }
}

/** `application/json` and every `+json` (RFC 6839 §3.1). */
function isJson(mediaType: string): boolean {
  return /^[\w.-]+\/(?:[\w.-]+\+)?json$/.test(mediaType);
}

function readError({ status, headers, bytes }: Answer): Failure {
  const rawBody = new TextDecoder().decode(bytes);
  let body: unknown;
  try {
    body = JSON.parse(rawBody);
  } catch {
    // What is no JSON has no fields; the text is kept.
  }
  const redirect = status >= 300 && status < 400 && headers.get("location") !== null;
  return {
    kind: "http",
    ...(redirect && { note: "the redirect was not followed: another origin, or too many" }),
    ...errorFields(body),
    ...(body !== undefined && { body }),
    rawBody,
  };
}

/** Twilio's error object, or problem details (RFC 9457 §3.1): members of another type are ignored. */
function errorFields(body: unknown): Pick<Failure, "code" | "detail" | "moreInfo" | "problem"> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return {};
  const fields = body as Record<string, unknown>;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return typeof value === "string" ? value.slice(0, 500) : undefined;
  };
  const number = (name: string): number | undefined =>
    typeof fields[name] === "number" ? fields[name] : undefined;
  const problem = defined({
    type: text("type"),
    title: text("title"),
    status: number("status"),
    detail: text("detail"),
    instance: text("instance"),
  }) as ProblemDetails;
  const moreInfo = text("more_info");
  return defined({
    code: number("code"),
    detail: text("message") ?? problem.detail ?? problem.title,
    moreInfo: moreInfo !== undefined && /^https?:/.test(moreInfo) ? moreInfo : undefined,
    problem: problem.title === undefined && problem.detail === undefined ? undefined : problem,
  });
}

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as never;
}
