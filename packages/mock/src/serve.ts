import { MockError } from "./mock-error.ts";

export interface ServeOptions {
  /**
   * TCP port; 0 lets the system choose a free one.
   * @default 0
   */
  readonly port?: number;
  /**
   * The address to listen on. Anything but loopback opens the mock to the network.
   * @default "127.0.0.1"
   */
  readonly hostname?: string;
}

export interface ServedMock {
  /** Where it listens, without a slash at the end: a client's base URL. */
  readonly url: string;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Puts a mock, or any other function from request to response, on a port. Node.js only. Where the
 * function rejects, the connection is closed without an answer.
 * @throws {MockError} `port-in-use`, or `cannot-listen` with the reason as `cause`
 */
export async function serve(
  mock: (request: Request) => Promise<Response>,
  { port = 0, hostname = "127.0.0.1" }: ServeOptions = {},
): Promise<ServedMock> {
  // Loaded on demand: the rest of the package runs where there is no node:http.
  const { serve: listen } = await import("srvx/node");
  const server = listen({
    fetch: async (request) => {
      try {
        return await mock(request);
      } catch {
        // What rejects is a network failure to a caller of `fetch`: make it one here too.
        request.runtime?.node?.req.socket?.destroy();
        return new Response(null, { status: 500 });
      }
    },
    port,
    hostname,
    manual: true,
    silent: true,
    gracefulShutdown: false,
  });
  try {
    await server.serve();
  } catch (cause) {
    throw listenError(cause, port, hostname);
  }
  return {
    url: (server.url ?? "").replace(/\/$/, ""),
    close: () => server.close(true),
  };
}

function listenError(cause: unknown, port: number, hostname: string): MockError {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "EADDRINUSE") {
    return new MockError(
      "port-in-use",
      `Port ${port} on ${hostname} is in use. Give another, or 0 for any free one.`,
      { cause },
    );
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new MockError("cannot-listen", `Cannot listen on ${hostname}:${port}: ${reason}`, {
    cause,
  });
}
