import { errorBody } from "../error-body.ts";

export interface ErrorResponseOptions {
  /** Twilio's error code. @default the one of the status, e.g. 20404 for 404 */
  readonly code?: number;
  /** @default Twilio's sentence for the status */
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem details object (RFC 9457 §3.1), as Twilio's newer services answer. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** Twilio's error code, an extension member (RFC 9457 §3.2). */
  readonly code: number;
}

/** A response with an error in Twilio's form, for any status and code. */
export function createErrorResponse(
  status: number,
  { code, message, headers }: ErrorResponseOptions = {},
): Response {
  return respond(errorBody(status, { code, message }), "application/json", headers);
}

/** The same error as problem details. */
export function problemBody(
  status: number,
  { code, message }: Pick<ErrorResponseOptions, "code" | "message"> = {},
): ProblemBody {
  const known = errorBody(status, { code });
  return {
    type: known.more_info,
    title: known.message,
    status,
    ...(message === undefined ? {} : { detail: message }),
    code: known.code,
  };
}

/** A response with problem details (RFC 9457 §3). */
export function createProblemResponse(
  status: number,
  { headers, ...options }: ErrorResponseOptions = {},
): Response {
  return respond(problemBody(status, options), "application/problem+json", headers);
}

function respond(
  body: { readonly status: number },
  mediaType: string,
  headers: Readonly<Record<string, string>> | undefined,
): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "content-type": mediaType, ...headers },
  });
}
