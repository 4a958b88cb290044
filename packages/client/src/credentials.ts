import { readEnvironment } from "./environment.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
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

/** Gets credentials when they are needed: once for many callers, and anew after a 401. */
export type CredentialsProvider = () => Credentials | Promise<Credentials>;

/** A value of `Authorization`, and what it must not be shown as. Lives in closures only. */
export interface Authorization {
  readonly header: string;
  readonly secrets: readonly string[];
}

/** Where requests get their authorization. */
export interface Authorizer {
  authorize(): Authorization | Promise<Authorization>;
  /** Forgets an authorization that was refused; false if there can be no other. */
  refresh(refused: Authorization): boolean;
}

/** An authorizer over credentials that do not change. */
export function fixedAuthorizer(credentials: Credentials): Authorizer {
  const authorization = authorizationOf(credentials);
  return { authorize: () => authorization, refresh: () => false };
}

/** An authorizer that asks a provider: one flight for many callers, its answer kept until a 401. */
export function providedAuthorizer(provider: CredentialsProvider): Authorizer {
  let flight: Promise<Authorization> | undefined;
  let current: Authorization | undefined;
  const ask = async (): Promise<Authorization> => {
    try {
      current = authorizationOf(await provider());
      return current;
    } catch (cause) {
      flight = undefined;
      throw cause instanceof ConfigurationError
        ? cause
        : new ConfigurationError({ reason: "credentials: the provider failed", cause });
    }
  };
  return {
    authorize: () => (flight ??= ask()),
    refresh: (refused) => {
      // Of many callers that are refused together, only the first lets go of the flight.
      if (refused === current) flight = current = undefined;
      return true;
    },
  };
}

/** The given credentials, else the environment's; an API key goes before an auth token. */
export function chooseCredentials(given: Credentials): Credentials {
  if (given.token !== undefined) return given;
  const accountSid = given.accountSid ?? readEnvironment("TWILIO_ACCOUNT_SID");
  if (given.authToken !== undefined) return { ...given, accountSid };
  const apiKey = given.apiKey ?? readEnvironment("TWILIO_API_KEY");
  return apiKey === undefined
    ? { accountSid, authToken: readEnvironment("TWILIO_AUTH_TOKEN") }
    : { accountSid, apiKey, apiSecret: given.apiSecret ?? readEnvironment("TWILIO_API_SECRET") };
}

function authorizationOf(credentials: Credentials): Authorization {
  const { accountSid, authToken, apiKey, apiSecret, token } = credentials;
  if ([authToken, apiKey, token].filter((one) => one !== undefined).length !== 1) {
    throw new ConfigurationError({
      reason:
        "credentials: expected one of accountSid with authToken (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN), apiKey with apiSecret (TWILIO_API_KEY, TWILIO_API_SECRET), token",
    });
  }
  if (token !== undefined) {
    checkText("token", "a bearer token", /^[\w.~+/-]+=*$/, token);
    return { header: `Bearer ${token}`, secrets: [token] };
  }
  const hexadecimal = "and 32 hexadecimal digits";
  if (accountSid !== undefined || apiKey === undefined) {
    checkText("accountSid", `AC ${hexadecimal}`, /^AC[\da-fA-F]{32}$/, accountSid);
  }
  if (apiKey !== undefined) checkText("apiKey", `SK ${hexadecimal}`, /^SK[\da-fA-F]{32}$/, apiKey);
  const secret = apiKey === undefined ? authToken : apiSecret;
  // RFC 7617 §2: no control characters. §2.1: UTF-8.
  checkText(apiKey === undefined ? "authToken" : "apiSecret", "a secret", /^\P{Cc}+$/u, secret);
  const bytes = new TextEncoder().encode(`${apiKey ?? accountSid}:${secret}`);
  const encoded = btoa(String.fromCharCode(...bytes));
  return { header: `Basic ${encoded}`, secrets: [encoded, String(secret)] };
}

function checkText(name: string, expected: string, pattern: RegExp, value: unknown): void {
  if (typeof value !== "string" || !pattern.test(value)) refuseOption(name, expected, value);
}
