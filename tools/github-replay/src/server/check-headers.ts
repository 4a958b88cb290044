import type { OperationId } from "../operations.ts";
import type { RequestProblem } from "./check-request.ts";
import type { ReceivedRequest } from "./received-request.ts";

/**
 * Versions of the REST API that are served. Source: "API versions" in GitHub's REST documentation;
 * the description says nothing of them.
 */
const apiVersions = ["2022-11-28"];

const json = /^application\/(vnd\.github(\.v3)?\+)?json$/;
const raw = /^application\/vnd\.github(\.v3)?\.raw(\+json)?$/;

/** What GitHub asks of the headers of every request, in prose only. */
export function checkHeaders(
  { headers }: ReceivedRequest,
  operation: OperationId | undefined,
): readonly RequestProblem[] {
  const problems: RequestProblem[] = [];
  const agent = headers["user-agent"] ?? "";
  if (agent.trim() === "") {
    problems.push({
      where: "header user-agent",
      expected: "the name of the program",
      received: "nothing",
      status: 403,
      message:
        "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.",
    });
  }
  const accept = headers["accept"] ?? "nothing";
  if (!json.test(accept) && !(operation === "repos/get-content" && raw.test(accept))) {
    const isElse = accept !== "nothing" && !accept.includes("*/*") && !accept.includes("json");
    problems.push({
      where: "header accept",
      expected: "application/vnd.github+json",
      received: accept,
      ...(isElse
        ? { status: 415, message: "Unsupported 'Accept' header: Must accept 'application/json'." }
        : {}),
    });
  }
  const version = headers["x-github-api-version"];
  if (version === undefined || !apiVersions.includes(version)) {
    problems.push({
      where: "header x-github-api-version",
      expected: apiVersions.join(" or "),
      received: version ?? "nothing",
      ...(version === undefined
        ? {}
        : { status: 400, message: `API version "${version}" is not supported.` }),
    });
  }
  return problems;
}
