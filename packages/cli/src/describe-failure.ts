import type { FlexError } from "@flex-channels/client";
import { printable } from "./printable.ts";

/** A failure as text to print; `input` is the one of several that it belongs to. */
export function describeFailure(format: "json" | "text", error: FlexError, input?: string): string {
  return format === "json" ? failureJson(error, input) : failureText(error, input);
}

/** As a person reads it: one line, and below it what to do. */
function failureText(error: FlexError, input: string | undefined): string {
  const about = input === undefined ? "" : `${input}: `;
  const hints = [
    hintOf(error),
    error.moreInfo === undefined ? undefined : `See ${error.moreInfo}`,
    error.requestId === undefined ? undefined : `Request id: ${error.requestId}`,
  ].filter((hint) => hint !== undefined);
  const lines = [`error: ${about}${sentenceOf(error)}`, ...hints.map((hint) => `  ${hint}`)];
  return `${lines.map((line) => printable(line)).join("\n")}\n`;
}

/** The same as one line of JSON. */
function failureJson(error: FlexError, input: string | undefined): string {
  const about = input === undefined ? {} : { input };
  return `${printable(JSON.stringify({ ...about, ...error.toJSON() }))}\n`;
}

/** Nothing was sent for a wrong argument, so the request is no part of the sentence. */
function sentenceOf({ kind, issues, message }: FlexError): string {
  if (kind !== "argument" || issues.length === 0) return message;
  return issues
    .map(
      ({ path, expected, received }) =>
        `${path.join(".")}: expected ${expected}, received ${received}`,
    )
    .join("; ");
}

function hintOf({ kind, message, status }: FlexError): string | undefined {
  if (/^(?:accountSid|apiKey|apiSecret|authToken|credentials)\b/.test(message)) {
    return "Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET.";
  }
  if (kind === "http" && status === 401) {
    return "Check TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or TWILIO_API_KEY with TWILIO_API_SECRET.";
  }
  if (kind === "timeout") return "Allow more with --timeout and --deadline.";
  if (kind === "connection") return "Check the network, --region, --edge and --base-url.";
  return undefined;
}
