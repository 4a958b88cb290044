/** An account SID and an auth token that the mock lets in, and that no output may show. */
export const canary = { username: `AC${"0".repeat(32)}`, password: "canary-auth-token" };

export function basic({ username, password }: { username: string; password: string }): string {
  return `Basic ${btoa(`${username}:${password}`)}`;
}

export const authorization: { readonly authorization: string } = { authorization: basic(canary) };

/** A request line in short: `GET /path`, authenticated unless the headers say otherwise. */
export function send(
  line: string,
  headers: Readonly<Record<string, string>> = authorization,
  body?: string,
): Request {
  const [method = "GET", path = "/"] = line.split(" ");
  const init = { method, headers: { ...headers } };
  return new Request(
    `https://directory.example${path}`,
    body === undefined ? init : { ...init, body },
  );
}
