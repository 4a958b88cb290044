import { InvalidArgumentError, Option } from "commander";
import type { FlexClientOptions } from "@flex-channels/client";
import { parseDurationMs } from "./duration.ts";
import type { Invocation } from "./invocation.ts";

/** The options that every command has, as commander leaves them. */
export interface CommonOptions {
  readonly output?: "json" | "ndjson" | "table";
  readonly errors: "json" | "text";
  readonly order: "completion" | "input";
  readonly concurrency: number;
  readonly progress: boolean;
  readonly region?: string;
  readonly edge?: string;
  readonly baseUrl?: string;
  readonly timeout?: number;
  readonly deadline?: number;
  readonly maxRetries?: number;
}

export function commonOptions(): readonly Option[] {
  const output = [
    new Option(
      "--output <format>",
      "how results are printed; a table on a terminal, else JSON",
    ).choices(["json", "ndjson", "table"]),
    new Option("--errors <format>", "how failures are printed, on standard error")
      .choices(["text", "json"])
      .default("text"),
  ];
  const many = [
    new Option("--order <order>", "of the results of several calls")
      .choices(["input", "completion"])
      .default("input"),
    new Option("--concurrency <number>", "calls in flight at most, fewer after a 429")
      .argParser(wholeNumber(1))
      .default(32),
    new Option("--no-progress", "no progress bar"),
  ];
  const connection = [
    new Option("--region <name>", "Twilio region, e.g. au1; else TWILIO_REGION"),
    new Option("--edge <name>", "Twilio edge, e.g. sydney; else TWILIO_EDGE"),
    new Option("--base-url <url>", "send to another server"),
    new Option("--timeout <duration>", "for one attempt: 500ms, 10s, 2m").argParser(duration),
    new Option("--deadline <duration>", "for a whole call, retries included").argParser(duration),
    new Option("--max-retries <number>", "attempts after the first").argParser(wholeNumber(0)),
  ];
  return [
    ...output.map((option) => option.helpGroup("Output:")),
    ...many.map((option) => option.helpGroup("Several calls:")),
    ...connection.map((option) => option.helpGroup("Connection:")),
  ];
}

/** The client's options among the common ones. */
export function clientOptions(given: CommonOptions): FlexClientOptions {
  const { region, edge, baseUrl, timeout: timeoutMs, deadline: deadlineMs, maxRetries } = given;
  return { region, edge, baseUrl, timeoutMs, deadlineMs, maxRetries };
}

/** The rest of them. */
export function printOptions(
  given: CommonOptions,
): Pick<Invocation, "concurrency" | "errors" | "order" | "output" | "progress"> {
  const { output, errors, order, concurrency, progress } = given;
  return { errors, order, concurrency, progress, ...(output === undefined ? {} : { output }) };
}

function duration(text: string): number {
  const durationMs = parseDurationMs(text);
  if (durationMs !== undefined && durationMs >= 1) return durationMs;
  throw new InvalidArgumentError("Expected a number with a unit: 500ms, 10s or 2m.");
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
    throw new InvalidArgumentError(`Expected a whole number, at least ${least}.`);
  };
}
