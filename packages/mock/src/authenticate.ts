import type { Contract, Operation, SecurityScheme } from "@flex-channels/contract";

/** What one caller proves itself with: a user name and password, or a token or API key. */
export type Credentials =
  { readonly username: string; readonly password: string } | { readonly token: string };

export type Authentication =
  | { readonly kind: "authenticated" }
  | { readonly kind: "unauthenticated"; readonly challenges: readonly string[] };

export interface AuthenticationInput {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly headers: Headers;
  readonly url: URL;
  readonly credentials: readonly Credentials[] | undefined;
}

/** Checks a request against the Security Requirement Objects of its operation (OpenAPI 3.1 §4.8.30). */
export function authenticate(input: AuthenticationInput): Authentication {
  const { security } = input.operation;
  const satisfied = security.some((alternative) =>
    Object.keys(alternative).every((name) => satisfies(input, schemeNamed(input.contract, name))),
  );
  if (security.length === 0 || satisfied) return { kind: "authenticated" };
  const names = security.flatMap((alternative) => Object.keys(alternative));
  const challenges = names.map((name) => challenge(schemeNamed(input.contract, name)));
  return { kind: "unauthenticated", challenges: [...new Set(challenges)] };
}

function schemeNamed(contract: Contract, name: string): SecurityScheme {
  return contract.securitySchemes[name] ?? { type: "unknown" };
}

function satisfies(input: AuthenticationInput, scheme: SecurityScheme): boolean {
  switch (scheme.type) {
    case "http":
      return scheme.scheme === "basic" ? basicIsKnown(input) : tokenIsKnown(input, bearer(input));
    case "oauth2":
    case "openIdConnect":
      return tokenIsKnown(input, bearer(input));
    case "apiKey":
      return tokenIsKnown(input, apiKey(input, scheme));
    // A certificate is the transport's affair, and a fetch-shaped handler sees no transport.
    case "mutualTLS":
      return true;
    default:
      return false;
  }
}

function basicIsKnown({ headers, credentials }: AuthenticationInput): boolean {
  const given = parseBasic(headers.get("authorization"));
  if (given === undefined) return false;
  if (credentials === undefined) {
    return /^(?:AC|SK)[0-9a-fA-F]{32}$/.test(given.username) && given.password !== "";
  }
  return credentials.some(
    (known) =>
      "username" in known && known.username === given.username && known.password === given.password,
  );
}

/** RFC 7617 §2; the text is read as UTF-8 (§2.1). */
function parseBasic(
  header: string | null,
): { readonly username: string; readonly password: string } | undefined {
  const encoded = /^basic +([a-z0-9+/]+={0,2})$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const colon = text.indexOf(":");
    if (colon === -1) return undefined;
    return { username: text.slice(0, colon), password: text.slice(colon + 1) };
  } catch {
    return undefined;
  }
}

/** RFC 6750 §2.1 */
function bearer({ headers }: AuthenticationInput): string | undefined {
  return /^bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
}

function apiKey({ headers, url }: AuthenticationInput, scheme: SecurityScheme): string | undefined {
  const name = scheme.name ?? "";
  if (scheme.in === "query") return url.searchParams.get(name) ?? undefined;
  if (scheme.in === "cookie") return parseCookies(headers.get("cookie"))[name];
  return headers.get(name) ?? undefined;
}

/** RFC 6265 §5.4 */
export function parseCookies(header: string | null): Readonly<Record<string, string>> {
  const pairs = (header ?? "").split(/; */).filter((pair) => pair.includes("="));
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
}

function tokenIsKnown({ credentials }: AuthenticationInput, token: string | undefined): boolean {
  if (token === undefined || token === "") return false;
  return credentials?.some((known) => "token" in known && known.token === token) ?? true;
}

/** RFC 9110 §11.6.1: a 401 names at least one scheme. */
function challenge(scheme: SecurityScheme): string {
  const name = scheme.type === "http" && scheme.scheme === "basic" ? "Basic" : "Bearer";
  return `${name} realm="Twilio API"`;
}
