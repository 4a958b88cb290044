import { locateServer } from "./base-url.ts";
import { credentialNames, refuseCredentials } from "./credentials.ts";
import type { FlexClientOptions } from "./options.ts";

/** The environment's name of an option, e.g. `TWILIO_ACCOUNT_SID`. */
function variableOf(option: string): string {
  return `TWILIO_${option.replaceAll(/[A-Z]/g, "_$&").toUpperCase()}`;
}

/** An option out of the environment; undefined where it is absent, empty or unreadable. */
function readEnvironment(option: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  try {
    return process?.env?.[variableOf(option)] || undefined;
  } catch {
    // Deno asks for a permission, and throws if it is refused.
    return undefined;
  }
}

/**
 * Completes options from the environment; what is given goes first, and an API key before an auth
 * token. Region and edge go into the server's host name.
 */
export function completeOptions(options: FlexClientOptions, server = ""): FlexClientOptions {
  const completed: Record<string, unknown> = { ...options };
  const complete = (name: keyof FlexClientOptions): string | undefined =>
    (completed[name] ??= readEnvironment(name)) as string | undefined;
  if (options.credentials === undefined && options.token === undefined) {
    complete("accountSid");
    if (options.authToken === undefined && complete("apiKey") === undefined) complete("authToken");
    if (completed["apiKey"] !== undefined) complete("apiSecret");
    else if (completed["authToken"] === undefined) {
      refuseCredentials(
        `, or ${credentialNames.map(variableOf).join(", ")}`,
        credentialNames.map((name) =>
          options[name] === undefined ? readEnvironment(name) && variableOf(name) : name,
        ),
      );
    }
  }
  completed["baseUrl"] ??= locateServer(server, complete("region"), complete("edge"));
  return completed;
}
