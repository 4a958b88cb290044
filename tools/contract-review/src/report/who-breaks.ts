import type { Finding } from "../verdict/finding.ts";

/** Who notices, in words of ours. */
export function whoBreaks(finding: Finding): string {
  const { promise, direction, producer, answer } = finding;
  const maybe = answer === "undecided" ? "possibly " : "";
  if (promise === "source") return `${maybe}whoever compiles against the generated client`;
  if (direction === "document") return `${maybe}nobody on the wire`;
  if (direction === "request" && producer !== "head") {
    return `${maybe}clients built on the base: the server refuses what they send`;
  }
  if (direction === "response" && producer !== "base") {
    return `${maybe}clients built on the base: they cannot read what the server answers`;
  }
  return direction === "request"
    ? `${maybe}receivers of the webhook or callback built on the base: they cannot read what is sent`
    : `${maybe}receivers of the webhook or callback built on the base: the server refuses their answers`;
}
