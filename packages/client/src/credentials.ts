import { ConfigurationError } from "./errors/configuration-error.ts";
import { readEnvironment } from "./environment.ts";
import { refuseOption } from "./refuse.ts";

/** An account and its auth token, an API key and its secret, or an OAuth 2 access token. */
export interface Credentials {
  /** Account SID, `AC…`. @default `TWILIO_ACCOUNT_SID` */
  readonly accountSid?: string | undefined;
  /** The account's auth token. @default `TWILIO_AUTH_TOKEN` */
  readonly authToken?: string | undefined;
  /** API key SID, `SK…`. @default `TWILIO_API_KEY` */
  readonly apiKey?: string | undefined;
  /** The API key's secret. @default `TWILIO_API_SECRET` */
  readonly apiSecret?: string | undefined;
  /** OAuth 2 access token (RFC 6750 §2.1). */
  readonly token?: string | undefined;
}

/** Gets credentials when they are needed; called again after a 401, once a call. */
export type CredentialsProvider = () => Credentials | Promise<Credentials>;

/** The value of `Authorization`, and how to get another once a service refuses it. */
export interface Authorizer {
  /** Synchronous where it can be: a promise costs a turn on every request. */
  authorization(): string | Promise<string>;
  /** False if there is nothing to refresh. Tells which value was refused, so that many callers refresh once. */
  refresh(refused: string): boolean;
}

// Values are kept in closures only: nothing that can be enumerated or inspected holds them.

/** An authorizer over credentials that do not change. */
export function fixedAuthorizer(credentials: Credentials): Authorizer {
  const authorization = authorizationOf(credentials);
  return { authorization: () => authorization, refresh: () => false };
}

/** An authorizer that asks a provider: one flight for many callers, kept until a 401. */
export function providedAuthorizer(provider: CredentialsProvider): Authorizer {
  let flight: Promise<string> | undefined;
  let current: string | undefined;
  const ask = async (): Promise<string> => {
    try {
      current = authorizationOf(await provider());
      return current;
    } catch (cause) {
      flight = undefined;
      if (cause instanceof ConfigurationError) throw cause;
      throw new ConfigurationError({ reason: "credentials: the provider failed", cause });
    }
  };
  return {
    authorization: () => (flight ??= ask()),
    refresh: (refused) => {
      if (refused === current) flight = undefined;
      return true;
    },
  };
}

/** The credentials that are given, else those of the environment. An API key goes before an auth token. */
export function chooseCredentials(given: Credentials): Credentials {
  if (given.token !== undefined) return { token: given.token };
  const accountSid = given.accountSid ?? readEnvironment("TWILIO_ACCOUNT_SID");
  if (given.authToken !== undefined) return { accountSid, authToken: given.authToken };
  const apiKey = given.apiKey ?? readEnvironment("TWILIO_API_KEY");
  if (apiKey !== undefined) {
    return {
      accountSid,
      apiKey,
      apiSecret: given.apiSecret ?? readEnvironment("TWILIO_API_SECRET"),
    };
  }
  return { accountSid, authToken: readEnvironment("TWILIO_AUTH_TOKEN") };
}

function authorizationOf(credentials: Credentials): string {
  const { accountSid, authToken, apiKey, apiSecret, token } = credentials;
  if (token !== undefined) {
    // b64token (RFC 6750 §2.1)
    return /^[\w.~+/-]+=*$/.test(token)
      ? `Bearer ${token}`
      : refuseOption("token", "a bearer token", token);
  }
  if (accountSid !== undefined) checkSid("accountSid", "AC", accountSid);
  if (apiKey !== undefined) return basic(checkSid("apiKey", "SK", apiKey), "apiSecret", apiSecret);
  if (accountSid === undefined) {
    throw new ConfigurationError({
      reason:
        "no credentials: give accountSid and authToken, apiKey and apiSecret, token or credentials, or set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN",
    });
  }
  return basic(accountSid, "authToken", authToken);
}

function checkSid(name: string, prefix: string, value: unknown): string {
  return typeof value === "string" && new RegExp(`^${prefix}[\\da-f]{32}$`, "i").test(value)
    ? value
    : refuseOption(name, `${prefix} and 32 hexadecimal digits`, value);
}

/** Basic authentication in UTF-8 (RFC 7617 §2.1). */
function basic(user: string, name: string, password: string | undefined): string {
  // oxlint-disable-next-line no-control-regex -- RFC 7617 §2 forbids control characters.
  if (typeof password !== "string" || !/^[^\0-\x1F\x7F]+$/.test(password)) {
    refuseOption(name, "a text without control characters", password);
  }
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;
}
