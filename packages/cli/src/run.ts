import { createFlexClient, isFlexError } from "@flex-channels/client";
import type { FlexClientOptions, FlexError, FlexErrorKind } from "@flex-channels/client";
import { contract } from "@flex-channels/contract";
import { documentation } from "@flex-channels/contract/documentation";
import type { Catalog } from "./catalog.ts";
import { describeFailure, failureJson } from "./describe-failure.ts";
import { exitStatusOf } from "./exit-status.ts";
import { stopOf, write } from "./host.ts";
import type { Host } from "./host.ts";
import type { Invocation } from "./invocation.ts";
import { parseCommandLine, version } from "./parse-command-line.ts";
import { barProgress, plainProgress } from "./progress.ts";
import { readBody } from "./read-body.ts";
import { readLines } from "./read-lines.ts";
import { createPrinter, defaultFormat } from "./results.ts";
import { settleMany } from "./settle-many.ts";

/** What a call comes to. */
export type Result = { readonly kind: "success"; readonly data: unknown } | FlexError;

/** A method of a client; the client itself checks what it is given against the document. */
export type OperationMethod = {
  // A method's parameters are compared both ways, so that one with precise parameters fits.
  call(...given: readonly unknown[]): Promise<Result>;
}["call"];

/** Makes a client whose `safe` methods bear the names of the catalog's operations. */
export type CreateClient = (options: FlexClientOptions) => {
  readonly safe: Readonly<Record<string, OperationMethod>>;
};

const defaultCatalog: Catalog = { contract, documentation };

const defaultClient: CreateClient = (options) => ({ safe: { ...createFlexClient(options).safe } });

/**
 * Runs one command line.
 *
 * @param argv the words after the command's name
 * @returns the exit status, one of `exitStatuses`; never rejects for what a service or a user did
 */
export async function run(
  argv: readonly string[],
  host: Host,
  catalog: Catalog = defaultCatalog,
  createClient: CreateClient = defaultClient,
): Promise<number> {
  const parsed = parseCommandLine(argv, catalog, host);
  if (parsed.kind === "answered") {
    await write(host.stdout, parsed.out, host);
    await write(host.stderr, parsed.error, host);
    return parsed.status;
  }
  const onPipeError = (): void => host.stop.abort({ kind: "broken-pipe", status: 141 });
  host.stdout.on("error", onPipeError);
  try {
    return await invoke(parsed.invocation, host, createClient);
  } finally {
    host.stdout.off("error", onPipeError);
  }
}

async function invoke(
  invocation: Invocation,
  host: Host,
  createClient: CreateClient,
): Promise<number> {
  const method = createMethod(invocation, createClient);
  if (typeof method !== "function") {
    host.stderr.write(failureText(invocation, method, undefined));
    return exitStatusOf([method.kind]);
  }
  const body = await readBody(invocation.body, host);
  if (body.kind === "unreadable") {
    host.stderr.write(`error: ${body.message}\n`);
    return 2;
  }
  const { leading, inputs, parameters } = invocation;
  const options = { ...parameters, ...body.argument, signal: host.stop.signal };
  if (inputs.kind === "none") return invokeAll([""], () => method(options), invocation, host);
  const values = inputs.kind === "given" ? inputs.values : readLines(host.stdin);
  return invokeAll(values, (input) => method(...leading, input, options), invocation, host);
}

function createMethod(
  { operationId, client }: Invocation,
  createClient: CreateClient,
): FlexError | OperationMethod {
  try {
    const { safe } = createClient({ ...client, userAgent: `flex-channels-cli/${version()}` });
    const method = safe[operationId];
    if (method === undefined) throw new TypeError(`the client has no method ${operationId}`);
    return method;
  } catch (error) {
    if (isFlexError(error)) return error;
    throw error;
  }
}

async function invokeAll(
  values: AsyncIterable<string> | Iterable<string>,
  call: (input: string) => Promise<Result>,
  invocation: Invocation,
  host: Host,
): Promise<number> {
  const { inputs, errors, concurrency, order } = invocation;
  const isSingle =
    inputs.kind === "none" || (inputs.kind === "given" && inputs.values.length === 1);
  const { stdout, stderr, stop } = host;
  const format = invocation.output ?? defaultFormat(stdout.isTTY === true, isSingle);
  const printer = createPrinter(format, { isSingle, columns: stdout.columns ?? 80 });
  // Two writers on one terminal would tear each other's lines.
  const hasBar =
    !isSingle &&
    invocation.progress &&
    stderr.isTTY === true &&
    (stdout.isTTY !== true || format === "table");
  const progress = hasBar ? await barProgress(host) : plainProgress(host);
  const failures: FlexErrorKind[] = [];
  let count = 0;
  try {
    const settled = settleMany(values, call, {
      concurrency,
      order,
      signal: stop.signal,
      onInput: progress.added,
    });
    for await (const { input, result } of settled) {
      count += 1;
      if (result.kind === "success") {
        await write(stdout, printer.result(result.data), host);
      } else if (!(result.kind === "abort" && stop.signal.aborted)) {
        failures.push(result.kind);
        progress.line(failureText({ errors }, result, isSingle ? undefined : input));
      }
      progress.settled(result.kind !== "success");
    }
  } finally {
    progress.stop();
  }
  await write(stdout, printer.end(), host);
  const stopped = stopOf(host);
  if (stopped !== undefined) return stopped.status;
  if (count > 0) return exitStatusOf(failures);
  stderr.write("error: standard input had no lines; write one value a line\n");
  return 2;
}

function failureText(
  { errors }: Pick<Invocation, "errors">,
  error: FlexError,
  input: string | undefined,
): string {
  return errors === "json" ? failureJson(error, input) : describeFailure(error, input);
}
