import { exampleOf, ruleParts } from "./rule-examples.ts";

const DIRECTIONS = ["request", "response", "document"] as const;

/** Explains a rule from the words of its id; nothing where there is no such rule. */
export function explainRule(ruleId: string): string | undefined {
  const direction = DIRECTIONS.find((name) => ruleId.startsWith(`${name}-`));
  if (direction === undefined || !/^[a-z]+(?:-[A-Za-z0-9$]+)+$/.test(ruleId)) return undefined;
  const words = ruleId.slice(direction.length + 1);
  const example = exampleOf(direction, words);
  if (example === undefined) return undefined;
  return [
    ruleId,
    "",
    example.meaning,
    "",
    whichWay(direction, words),
    "",
    "Base:",
    indented(example.base),
    "Head:",
    indented(example.head),
    "Proof:",
    indented(example.proof),
    `Release: ${example.release}`,
    "",
  ].join("\n");
}

/** What to write where there is no such rule. */
export function nearestRules(ruleId: string): string {
  const family = DIRECTIONS.flatMap((direction) =>
    ruleParts[direction].map((part) => [direction, `${direction}-${part}`] as const),
  ).find(([, name]) => name === ruleId);
  if (family !== undefined) {
    const [direction, name] = family;
    const keyword = direction === "document" ? "description" : (EXAMPLES[name] ?? "type");
    return `"${name}" is what many rules begin with. Add the word that the report shows behind it, such as ${name}-${keyword}.`;
  }
  const direction = DIRECTIONS.find((one) => ruleId === one || ruleId.startsWith(`${one}-`));
  if (direction === undefined) {
    return "A rule id is <request|response|document>-<part>-<keyword>, such as request-query-required or response-body-enum.";
  }
  return `A rule of a ${direction} is ${direction}-<part>-<keyword>, where <part> is one of: ${ruleParts[direction].join(", ")}.`;
}

/** A keyword of the parts that no schema describes. */
const EXAMPLES: Readonly<Record<string, string>> = {
  "request-operation": "removed",
  "request-server": "removed",
  "request-security": "required",
  "request-source": "missing",
  "response-source": "missing",
  "response-status": "added",
};

function whichWay(direction: (typeof DIRECTIONS)[number], words: string): string {
  if (words.startsWith("source-")) {
    return "Source promise: code that was compiled against the base's generated client is compiled against the head's, and the compiler's error is the proof.";
  }
  switch (direction) {
    case "request":
      return "Request: a client built on the base sends, the server of the head reads. All that the base lets a client send, the head must accept. For webhooks and callbacks the two change places.";
    case "response":
      return "Response: the server of the head answers, a client built on the base reads. All that the head lets a server answer, the base must accept. For webhooks and callbacks the two change places.";
    case "document":
      return "Document: no message and no type shows it.";
  }
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
