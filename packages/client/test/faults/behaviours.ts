import type { Socket } from "node:net";
import type { Behaviour, Exchange } from "./fault-server.ts";

type Bytes = string | Uint8Array;

/** Answers every request with the same bytes and leaves the connection open. */
export function sends(...pieces: readonly Bytes[]): Behaviour {
  return {
    onRequest: ({ socket }) => {
      for (const piece of pieces) socket.write(piece);
    },
  };
}

/** Answers with bytes that depend on the request. */
export function sendsFor(compose: (exchange: Exchange) => Bytes): Behaviour {
  return {
    onRequest: (exchange) => {
      exchange.socket.write(compose(exchange));
    },
  };
}

/** Answers, then closes the connection in an orderly way (FIN). */
export function sendsThenEnds(bytes: Bytes): Behaviour {
  return {
    onRequest: ({ socket }) => {
      socket.end(bytes);
    },
  };
}

/** Answers, then resets the connection (RST). */
export function sendsThenResets(bytes: Bytes): Behaviour {
  return {
    onRequest: ({ socket }) => {
      socket.write(bytes, () => socket.resetAndDestroy());
    },
  };
}

/** The first request meets the first behaviour, the second the second; the last one stays. */
export function inTurn(...behaviours: readonly Behaviour[]): Behaviour {
  return {
    onRequest: (exchange) => {
      const index = Math.min(exchange.requestNumber, behaviours.length) - 1;
      behaviours[index]?.onRequest?.(exchange);
    },
  };
}

/** Sends a head, then the same piece for as long as the caller listens. */
export function drips(head: Bytes, piece: Bytes): Behaviour {
  return {
    onRequest: ({ socket }) => {
      socket.write(head);
      drip(socket, piece);
    },
  };
}

/** As `drips`, and as fast as the connection takes it. */
export function floods(head: Bytes, piece: Bytes): Behaviour {
  return {
    onRequest: ({ socket }) => {
      socket.write(head);
      // Through the event loop, which the caller may share.
      const pour = (error?: Error | null): void => {
        if (!error && !socket.destroyed) socket.write(piece, () => setImmediate(pour));
      };
      pour();
    },
  };
}

const DRIP_INTERVAL_MS = 5;

function drip(socket: Socket, piece: Bytes): void {
  const timer = setInterval(() => socket.write(piece), DRIP_INTERVAL_MS);
  socket.on("close", () => {
    clearInterval(timer);
  });
}
