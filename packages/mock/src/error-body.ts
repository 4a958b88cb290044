/** The body of Twilio's errors. */
export interface ErrorBody {
  readonly code: number;
  readonly message: string;
  readonly more_info: string;
  readonly status: number;
}

/** What Twilio says where the document has no example, by status. */
const rows: Readonly<Record<number, { readonly code: number; readonly message: string }>> = {
  400: { code: 20001, message: "Bad Request" },
  401: { code: 20003, message: "Authenticate" },
  403: { code: 20403, message: "Forbidden" },
  404: { code: 20404, message: "The requested resource was not found" },
  405: { code: 20004, message: "Method Not Allowed" },
  415: { code: 20415, message: "Unsupported Media Type" },
  429: { code: 20429, message: "Too Many Requests" },
  500: { code: 20500, message: "Internal Server Error" },
  503: { code: 20503, message: "Service Unavailable" },
};

/** An error body in Twilio's form. A status without a code of its own gets 20000 plus the status. */
export function errorBody(
  status: number,
  overrides: { readonly code?: number | undefined; readonly message?: string | undefined } = {},
): ErrorBody {
  const row = rows[status];
  const code = overrides.code ?? row?.code ?? 20_000 + status;
  return {
    code,
    message: overrides.message ?? row?.message ?? `Request failed with status ${status}`,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  };
}
