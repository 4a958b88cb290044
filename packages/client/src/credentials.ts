import { ConfigurationError } from "./errors/configuration-error.ts";
import { refuse, refuseOption } from "./refuse.ts";

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

/** An authorizer over the credentials of a client, or over the provider of its credentials. */
export function createAuthorizer(
  options: Credentials & { readonly credentials?: CredentialsProvider | undefined },
): Authorizer {
  const { credentials } = options;
  if (credentials === undefined) {
    const authorization = authorizationOf(options);
    return { authorize: () => authorization, refresh: () => false };
  }
  let flight: Promise<Authorization> | undefined;
  let current: Authorization | undefined;
  const ask = async (): Promise<Authorization> => {
    try {
      return (current = authorizationOf(await credentials()));
    } catch (cause) {
      flight = undefined;
      throw cause instanceof ConfigurationError
        ? cause
        : new ConfigurationError({ reason: "credentials: the provider failed", cause });
    }
  };
  return {
    // One flight for many callers, its answer kept until a 401.
    authorize: () => (flight ??= ask()),
    refresh: (refused) => {
      // Of many callers that are refused together, only the first lets go of the flight.
      if (refused === current) flight = current = undefined;
      return true;
    },
  };
}

/** What credentials other than a token are made of. */
export const credentialNames = ["accountSid", "authToken", "apiKey", "apiSecret"] as const;

/** Refuses credentials of no kind or of several, and names what there is of them. */
export function refuseCredentials(where: string, received: readonly unknown[]): never {
  const names = received.filter(Boolean).join(", ") || "none";
  return refuse(
    `credentials: expected one of accountSid with authToken, apiKey with apiSecret, token${where}; received ${names}`,
  );
}

function authorizationOf(credentials: Credentials): Authorization {
  const { accountSid, authToken, apiKey, apiSecret, token } = credentials;
  if ([authToken, apiKey, token].filter((one) => one !== undefined).length !== 1) {
    refuseCredentials(
      "",
      [...credentialNames, "token" as const].filter((name) => credentials[name] !== undefined),
    );
  }
  const check = (name: keyof Credentials, expected: string, pattern: RegExp): void => {
    const value: unknown = credentials[name];
    if (typeof value !== "string" || !pattern.test(value)) refuseOption(name, expected, value);
  };
  if (token !== undefined) {
    check("token", "a bearer token", /^[\w.~+/-]+=*$/);
    return { header: `Bearer ${token}`, secrets: [token] };
  }
  const digits = "and 32 hexadecimal digits";
  if (accountSid !== undefined || apiKey === undefined) {
    check("accountSid", `AC ${digits}`, /^AC[\da-fA-F]{32}$/);
  }
  if (apiKey !== undefined) check("apiKey", `SK ${digits}`, /^SK[\da-fA-F]{32}$/);
  // RFC 7617 §2: no control characters. §2.1: UTF-8.
  check(apiKey === undefined ? "authToken" : "apiSecret", "a secret", /^\P{Cc}+$/u);
  const secret = String(apiKey === undefined ? authToken : apiSecret);
  const bytes = new TextEncoder().encode(`${apiKey ?? accountSid}:${secret}`);
  const encoded = btoa(String.fromCharCode(...bytes));
  return { header: `Basic ${encoded}`, secrets: [encoded, secret] };
}
