import type { JsonObject, JsonValue } from "../json.ts";
import type { Scene } from "../present/scene.ts";
import type { Token } from "../state/model.ts";

/** What an operation answers with, before it is completed and checked. */
export interface Answer {
  readonly status: number;
  readonly body?: JsonValue;
  /** Where the answer is no JSON. */
  readonly text?: { readonly mediaType: string; readonly content: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** A checked request, as an operation sees it. */
export interface Call extends Scene {
  /** Nothing where the request carried no token. */
  readonly token: Token | undefined;
  /** A parameter of the path or the query, in the type that it is declared with. */
  readonly text: (name: string) => string | undefined;
  readonly number: (name: string) => number | undefined;
  readonly body: JsonObject;
  readonly accept: string;
  /** Path and query of the request, for links to other pages. */
  readonly target: URL;
  /** Where the bytes of an artifact are, for a short while. */
  readonly signBlob: (artifact: number) => string;
}

export interface FieldError {
  readonly resource: string;
  /** Nothing where the resource as a whole is wrong. */
  readonly field?: string;
  readonly code: "missing" | "missing_field" | "invalid" | "already_exists" | "custom";
  readonly message?: string;
}

/** GitHub says no: an answer, not a fault of the server. */
export class GithubRefusal extends Error {
  override readonly name = "GithubRefusal";
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    errors: readonly FieldError[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** A thing that was made, and where it is now. */
export function created(body: JsonObject): Answer {
  const location = body["url"];
  return { status: 201, body, headers: typeof location === "string" ? { location } : {} };
}

/** What was found, or GitHub's 404. */
export function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new GithubRefusal(404, "Not Found");
  return value;
}

/** GitHub's 422 where a value breaks a limit that its description leaves out. */
export function invalid(
  resource: string,
  field: string | undefined,
  message: string,
): GithubRefusal {
  const place = field === undefined ? { resource } : { resource, field };
  return new GithubRefusal(422, "Validation Failed", [{ ...place, code: "custom", message }]);
}
