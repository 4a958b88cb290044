import { randomUUID } from "node:crypto";
import type { Violation } from "../violation.ts";
import type { GithubState } from "../state/github-state.ts";
import type { Listening } from "./listen.ts";
import { listen } from "./listen.ts";

export interface BlobServer extends Listening {
  /** An address that answers once. */
  readonly sign: (artifact: number) => string;
}

/**
 * The store that GitHub redirects to for the bytes of an artifact: another origin, where the
 * address itself is the credential and a token of GitHub's is nobody's business.
 */
export async function serveBlobs(
  state: GithubState,
  report: (violation: Violation) => void,
): Promise<BlobServer> {
  const signed = new Map<string, number>();
  const listening = await listen(async (request, response) => {
    await Promise.resolve();
    const target = new URL(request.url ?? "/", "http://127.0.0.1");
    if (request.headers.authorization !== undefined) {
      report({
        operation: "actions/download-artifact",
        side: "request",
        where: "header authorization of the redirected request",
        expected: "nothing: the store is another host, and the token is not for it",
        received: "a credential",
      });
      response.writeHead(403, { "content-type": "application/xml" });
      response.end("<Error><Code>AuthenticationFailed</Code></Error>");
      return;
    }
    const signature = target.searchParams.get("sig") ?? "";
    const artifact = state.artifacts.get(signed.get(signature) ?? 0);
    signed.delete(signature);
    if (artifact === undefined) {
      response.writeHead(403, { "content-type": "application/xml" });
      response.end("<Error><Code>AuthenticationFailed</Code></Error>");
      return;
    }
    response.writeHead(200, {
      "content-type": "application/zip",
      "content-length": String(artifact.bytes.length),
      "content-disposition": `attachment; filename="artifact.zip"`,
    });
    response.end(artifact.bytes);
  });
  return {
    ...listening,
    sign: (artifact) => {
      const signature = randomUUID();
      signed.set(signature, artifact);
      return `${listening.url}/artifacts/${String(artifact)}.zip?sig=${signature}`;
    },
  };
}
