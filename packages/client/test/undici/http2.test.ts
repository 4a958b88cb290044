import { createSecureServer } from "node:http2";
import type { Http2SecureServer, ServerHttp2Session, ServerHttp2Stream } from "node:http2";
import { gzipSync } from "node:zlib";
import { Agent } from "undici";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFlexClient } from "../../src/undici.ts";
import { createAuthority } from "../faults/certificate.ts";
import { channel, channelText, SID } from "../faults/channel.ts";
import { indiscretions } from "../faults/complaints.ts";
import type { Outcome } from "../faults/fault-row.ts";
import { account } from "../scripted-fetch.ts";

/* undici 8 speaks HTTP/2 where a server offers it (RFC 9113); Node's own fetch does not yet. */

const dayMs = 86_400_000;
const now = Date.now();
const authority = createAuthority("Trusted by the HTTP/2 suite");
const certificate = authority.issue({
  address: "127.0.0.1",
  from: new Date(now - dayMs),
  to: new Date(now + dayMs),
});

const json = { ":status": 200, "content-type": "application/json" };

const rows: readonly {
  readonly name: string;
  readonly onStream: (stream: ServerHttp2Stream) => void;
  readonly maxResponseBytes?: number;
  readonly want: { readonly kind: Outcome; readonly status?: number };
}[] = [
  {
    name: "an honest answer",
    onStream: (stream) => {
      stream.respond(json);
      stream.end(channelText);
    },
    want: { kind: "success", status: 200 },
  },
  {
    name: "an answer in gzip",
    onStream: (stream) => {
      stream.respond({ ...json, "content-encoding": "gzip" });
      stream.end(gzipSync(channelText));
    },
    want: { kind: "success", status: 200 },
  },
  {
    name: "early hints before the answer",
    onStream: (stream) => {
      stream.additionalHeaders({ ":status": 103, link: "</a>" });
      stream.respond(json);
      stream.end(channelText);
    },
    want: { kind: "success", status: 200 },
  },
  {
    name: "404",
    onStream: (stream) => {
      stream.respond({ ...json, ":status": 404 });
      stream.end('{"code":20404}');
    },
    want: { kind: "http", status: 404 },
  },
  {
    name: "a stream that is reset",
    onStream: (stream) => stream.close(2),
    want: { kind: "connection" },
  },
  {
    name: "a stream that is reset in a body of known length",
    onStream: (stream) => {
      stream.respond({ ...json, "content-length": channelText.length });
      stream.write('{"sid":', () => stream.close(2));
    },
    want: { kind: "connection", status: 200 },
  },
  {
    // undici takes it for a stream that ends: what is missing is seen by the JSON alone.
    name: "a stream that is reset in a body of unknown length",
    onStream: (stream) => {
      stream.respond(json);
      stream.write('{"sid":', () => stream.close(2));
    },
    want: { kind: "parse", status: 200 },
  },
  {
    name: "a session that ends in an answer",
    onStream: (stream) => {
      stream.respond(json);
      stream.write('{"sid":', () => stream.session?.destroy());
    },
    want: { kind: "connection", status: 200 },
  },
  {
    name: "a body that is too long",
    onStream: (stream) => {
      stream.respond(json);
      stream.end(channelText.padEnd(100_000));
    },
    maxResponseBytes: 2048,
    want: { kind: "parse", status: 200 },
  },
];

let server: Http2SecureServer;
let agent: Agent;
let origin = "";
const sessions = new Set<ServerHttp2Session>();

beforeEach(async () => {
  server = createSecureServer(certificate);
  server.on("session", (session) => {
    sessions.add(session);
    session.on("error", () => undefined).on("close", () => sessions.delete(session));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  origin = `https://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  agent = new Agent({ allowH2: true, connect: { ca: authority.certificate.cert } });
});

afterEach(async () => {
  await agent.destroy();
  for (const session of sessions) session.destroy();
  await new Promise((resolve) => server.close(resolve));
});

describe("over HTTP/2", () => {
  test.each(rows)("$name", async ({ onStream, want, ...options }) => {
    server.on("stream", (stream) => onStream(stream.on("error", () => undefined)));
    const flex = createFlexClient({
      ...account,
      ...options,
      baseUrl: origin,
      dispatcher: agent,
      maxRetries: 0,
    });
    const result = await flex.safe.fetchChannel(SID);
    expect(result).toMatchObject(want);
    expect(result.kind === "success" ? result.data : channel).toEqual(channel);
    expect(indiscretions(result.kind === "success" ? "" : result)).toEqual([]);
    expect(sessions.size).toBeLessThanOrEqual(1);
  });

  test("an abort ends the stream, and the session serves the next call", async () => {
    const caller = new AbortController();
    const reason = new Error("the caller lost interest");
    let streams = 0;
    const closed = new Promise<void>((resolve) => {
      server.on("stream", (stream) => {
        streams += 1;
        if (streams === 1) {
          stream.on("error", () => undefined).on("close", resolve);
          caller.abort(reason);
          return;
        }
        stream.respond(json);
        stream.end(channelText);
      });
    });
    const flex = createFlexClient({ ...account, baseUrl: origin, dispatcher: agent });
    const aborted = await flex.safe.fetchChannel(SID, { signal: caller.signal });
    expect(aborted).toMatchObject({ kind: "abort", cause: reason });
    await closed;
    expect(await flex.fetchChannel(SID)).toEqual(channel);
  });
});
