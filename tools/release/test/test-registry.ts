import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

export interface TestRegistry {
  readonly address: string;
  /** What lies in it: `name@version`, and the digest of its bytes. */
  readonly published: Map<string, string>;
  /** Versions of which the next publish fails, as registries do. */
  readonly failing: Set<string>;
  readonly close: () => Promise<void>;
}

/** Answers what a registry answers of a package, and takes tarballs by PUT. */
export async function startTestRegistry(): Promise<TestRegistry> {
  const published = new Map<string, string>();
  const failing = new Set<string>();
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? "").slice(1));
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method === "PUT") {
        if (failing.delete(name)) {
          const { authorization = "" } = request.headers;
          response.writeHead(503).end(`failed; authorization: ${authorization}`);
          return;
        }
        const digest = createHash("sha512").update(Buffer.concat(chunks)).digest("base64");
        published.set(name, `sha512-${digest}`);
        response.end("{}");
        return;
      }
      const versions = [...published]
        .filter(([id]) => id.startsWith(`${name}@`))
        .map(([id, integrity]) => [id.slice(name.length + 1), { dist: { integrity } }] as const);
      if (versions.length === 0) response.writeHead(404).end("{}");
      else response.end(JSON.stringify({ versions: Object.fromEntries(versions) }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    address: `http://127.0.0.1:${String(address.port)}/`,
    published,
    failing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/** The three things of npm that are called. It prints what a chatty client would on a failure. */
export function writeNpm(directory: string): void {
  const script = `
import { readFileSync } from "node:fs";
const [command, ...args] = process.argv.slice(2);
if (command === "--version") console.log("11.6.2");
if (command === "config") console.log(args[1] === "registry" ? process.env.REGISTRY : "undefined");
if (command === "publish") {
  const [, name, version] = /flex-channels-([a-z-]+)-(.*)\\.tgz$/.exec(args[0]);
  const id = encodeURIComponent(\`@flex-channels/\${name}@\${version}\`);
  const headers = { authorization: \`Bearer \${process.env.NODE_AUTH_TOKEN}\` };
  const answer = await fetch(process.env.REGISTRY + id, { method: "PUT", headers, body: readFileSync(args[0]) });
  if (!answer.ok) { console.error(await answer.text()); process.exitCode = 1; }
}
`;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "npm.mjs"), script);
  const shell = `#!/bin/sh\nexec "${process.execPath}" "${join(directory, "npm.mjs")}" "$@"\n`;
  writeFileSync(join(directory, "npm"), shell, { mode: 0o755 });
}
