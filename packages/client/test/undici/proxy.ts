import { connect, createServer } from "node:net";
import type { Socket } from "node:net";

/** A proxy on loopback that tunnels (RFC 9110 §9.3.6), and what it was asked. */
export interface Proxy extends AsyncDisposable {
  readonly url: string;
  /** Heads of the requests for a tunnel. */
  readonly requests: readonly string[];
}

/** Starts a proxy that answers requests for a tunnel with a status, and tunnels if that is 200. */
export async function startProxy(status: number): Promise<Proxy> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
  };
  const server = createServer((socket) => {
    keep(socket).once("data", (bytes) => {
      const head = bytes.toString("latin1");
      requests.push(head);
      const [, port = "0"] = /^CONNECT [^ ]*:(\d+) /.exec(head) ?? [];
      if (status !== 200) {
        socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      const target = keep(
        connect(Number(port), "127.0.0.1", () => {
          socket.write("HTTP/1.1 200 Connected\r\n\r\n");
          socket.pipe(target).pipe(socket);
        }),
      );
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://user:canary-proxy@127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
