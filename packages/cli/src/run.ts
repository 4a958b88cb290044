import { createFlexClient, isFlexError } from "@flex-channels/client";
import type { FlexError } from "@flex-channels/client";
import { contract } from "@flex-channels/contract";
import { documentation } from "@flex-channels/contract/documentation";
import type { Catalog } from "./catalog.ts";
import { describeFailure } from "./describe-failure.ts";
import { exitStatusOf } from "./exit-status.ts";
import { stopOf, write } from "./host.ts";
import type { Host } from "./host.ts";
import type { Inputs, Invocation } from "./invocation.ts";
import type { CreateClient, OperationMethod } from "./operation-method.ts";
import { parseCommandLine, version } from "./parse-command-line.ts";
import { printCalls } from "./print-calls.ts";
import { readBody } from "./read-body.ts";
import { readLines } from "./read-lines.ts";

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
  const onPipeError = (): void => host.stop.abort({ kind: "broken-pipe", status: 141 });
  host.stdout.on("error", onPipeError);
  try {
    const parsed = parseCommandLine(argv, catalog, host);
    if (parsed.kind === "invocation") return await invoke(parsed.invocation, host, createClient);
    await write(host.stdout, parsed.out, host);
    await write(host.stderr, parsed.error, host);
    return parsed.status;
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
    await write(host.stderr, describeFailure(invocation.errors, method), host);
    return exitStatusOf([method.kind]);
  }
  const body = await readBody(invocation.body, host);
  const stopped = stopOf(host);
  if (stopped !== undefined) return stopped.status;
  if (body.kind === "unreadable") {
    await write(host.stderr, `error: ${body.message}\n`, host);
    return 2;
  }
  const { leading, inputs, parameters } = invocation;
  const call = (input: string, signal: unknown): ReturnType<OperationMethod> => {
    const last = inputs.kind === "none" ? [] : [input];
    return method(...leading, ...last, { ...parameters, ...body.argument, signal });
  };
  return printCalls(inputValues(inputs, host), call, invocation, host);
}

function inputValues(inputs: Inputs, { stdin }: Host): AsyncIterable<string> | Iterable<string> {
  switch (inputs.kind) {
    case "none":
      return [""]; // one call, without a value
    case "given":
      return inputs.values;
    case "stdin":
      return readLines(stdin);
    default:
      return inputs satisfies never;
  }
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
