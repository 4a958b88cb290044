import { createServer as createTcpServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Certificate } from "./certificate.ts";

/** One request as the fault server met it, and the raw connection to answer on. */
export interface Exchange {
  readonly socket: Socket;
  /** Request line and header section as received. */
  readonly head: string;
  /** 1 for the first request that this server received, whatever the connection. */
  readonly requestNumber: number;
  /** 1 for the first request on this connection. */
  readonly requestOnConnection: number;
  /** Origin of this server. */
  readonly origin: string;
  /** Origin of a second server, which no request may ever reach. */
  readonly trap: string;
}

/** What a server does to its callers. A stage that is left out does nothing, and nothing is a fault too. */
export interface Behaviour {
  readonly onConnection?: (socket: Socket) => void;
  readonly onFirstBytes?: (socket: Socket) => void;
  readonly onRequest?: (exchange: Exchange) => void;
  readonly certificate?: Certificate;
}

export interface FaultServer {
  readonly origin: string;
  readonly port: number;
  /** Heads of all requests so far. */
  readonly requests: readonly string[];
  readonly connectionCount: () => number;
  readonly openConnectionCount: () => number;
  close(): Promise<void>;
}

const END_OF_HEAD = "\r\n\r\n";

/** Listens on an ephemeral loopback port and misbehaves as told. */
export async function startFaultServer(behaviour: Behaviour, trap: string): Promise<FaultServer> {
  const open = new Set<Socket>();
  const requests: string[] = [];
  let connections = 0;
  let origin = "";

  const accept = (socket: Socket): void => {
    connections += 1;
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    // The caller is expected to hang up on us: that is what many rows want to see.
    socket.on("error", () => socket.destroy());
    let pending = "";
    let requestOnConnection = 0;
    behaviour.onConnection?.(socket);
    socket.on("data", (bytes: Buffer) => {
      if (pending === "" && requestOnConnection === 0) behaviour.onFirstBytes?.(socket);
      pending += bytes.toString("latin1");
      let end = pending.indexOf(END_OF_HEAD);
      while (end !== -1 && !socket.destroyed) {
        const head = pending.slice(0, end);
        pending = pending.slice(end + END_OF_HEAD.length);
        requestOnConnection += 1;
        requests.push(head);
        const requestNumber = requests.length;
        behaviour.onRequest?.({ socket, head, requestNumber, requestOnConnection, origin, trap });
        end = pending.indexOf(END_OF_HEAD);
      }
    });
  };

  const server: Server =
    behaviour.certificate === undefined
      ? createTcpServer(accept)
      : createTlsServer({ ...behaviour.certificate }, accept);
  // A refused handshake is the caller's right.
  server.on("tlsClientError", (_error: Error, socket: Socket) => socket.destroy());
  const port = await listen(server);
  origin = `${behaviour.certificate === undefined ? "http" : "https"}://127.0.0.1:${port}`;

  return {
    origin,
    port,
    requests,
    connectionCount: () => connections,
    openConnectionCount: () => open.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of open) socket.destroy();
      }),
  };
}

/** A port that was free a moment ago and that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no port"));
      else resolve(address.port);
    });
  });
}
