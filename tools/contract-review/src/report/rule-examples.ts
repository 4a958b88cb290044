/** What a rule means, with the smallest edit that shows it. */
export interface RuleExample {
  readonly meaning: string;
  readonly base: string;
  readonly head: string;
  readonly proof: string;
  readonly release: string;
}

type Way = "request" | "response" | "document";

const BREAKING =
  "major, where a message proves that one side refuses what the other sends; minor otherwise.";

/** Keyed by the last words of a rule id; the first that fits explains it. */
const examples: readonly (readonly [RegExp, Readonly<Partial<Record<Way, RuleExample>>>])[] = [
  [
    /^operation-(?:removed|added)$/,
    {
      request: {
        meaning: "An operation is gone, or new. Whoever used one that is gone gets no answer.",
        base: "/pets/{id}: { delete: … }",
        head: "/pets/{id}: {}",
        proof: "DELETE /pets/1",
        release:
          "major for a removal, minor once the sunset announced with a deprecation and the grace period are over; minor for an addition.",
      },
    },
  ],
  [
    /^operation-id$/,
    {
      request: {
        meaning: "The operationId is the name of a method in generated clients: it is published.",
        base: "operationId: fetchPet",
        head: "operationId: getPet",
        proof: "TS2339: Property 'fetchPet' does not exist on type 'Client<Options>'.",
        release: "major on the source promise; the wire does not show it.",
      },
    },
  ],
  [
    /(?:^|-)deprecated$|sunset$/,
    {
      request: {
        meaning: "A notice that something will go, and when.",
        base: "get: { … }",
        head: "get: { deprecated: true, x-sunset: 2027-06-30, … }",
        proof: "none needed",
        release:
          "minor (SemVer 2.0.0 §7); major where the day comes sooner than announced or than the grace period allows.",
      },
      response: {
        meaning: "A notice that a property will go.",
        base: "nickname: { type: string }",
        head: "nickname: { type: string, deprecated: true }",
        proof: "none needed",
        release: "minor (SemVer 2.0.0 §7).",
      },
    },
  ],
  [
    /^security-/,
    {
      request: {
        meaning:
          "A client meets one of the base's alternatives, whichever it likes. Each must still open the door: the same credentials, with scopes among those it holds.",
        base: "security: [{ basic: [] }, { oauth: [read] }]",
        head: "security: [{ oauth: [read, admin] }]",
        proof: "GET /pets\n(credentials: HTTP basic)",
        release: BREAKING,
      },
    },
  ],
  [
    /^server-/,
    {
      request: {
        meaning: "A client built on the base calls the addresses that the base names.",
        base: "servers: [{ url: https://api.example.com }]",
        head: "servers: [{ url: https://api.example.org }]",
        proof: "GET https://api.example.com/pets",
        release: "major where an address is gone, minor where one is new.",
      },
    },
  ],
  [
    /^status-/,
    {
      response: {
        meaning:
          "A client reads the statuses that the base declares, by code, by range (4XX) or by default. It has no reading for another one.",
        base: 'responses: { "200": … }',
        head: 'responses: { "200": …, "202": … }',
        proof: "HTTP/1.1 202",
        release: "major for a new status outside every range and default; minor otherwise.",
      },
    },
  ],
  [
    /media-type$/,
    {
      request: {
        meaning: "The server reads the media types that its document names, ranges included.",
        base: "content: { application/json: …, text/csv: … }",
        head: "content: { application/json: … }",
        proof: "POST /pets\nContent-Type: text/csv",
        release: BREAKING,
      },
      response: {
        meaning:
          "A client asks (Accept) for the media types that it reads. One more beside them never reaches it; none of them left does.",
        base: "content: { application/json: … }",
        head: "content: { application/xml: … }",
        proof: "HTTP/1.1 200\nContent-Type: application/xml",
        release: BREAKING,
      },
    },
  ],
  [
    /-style$/,
    {
      request: {
        meaning:
          "Style and explode say how a value is written. A change matters where the two write some value of the sender's schema differently.",
        base: "{ name: ids, in: query, schema: { type: array } }",
        head: "{ name: ids, in: query, explode: false, schema: { type: array } }",
        proof: "GET /pets?ids=1&ids=2",
        release: "major.",
      },
    },
  ],
  [
    /^source-/,
    {
      request: {
        meaning: "A call that compiled no longer does.",
        base: "parameters: []",
        head: "parameters: [{ name: limit, in: query, required: true, … }]",
        proof: "client.listPets()\nTS2554: Expected 1 arguments, but got 0.",
        release: "major.",
      },
      response: {
        meaning: "Reading a result, or switching over its values, no longer compiles.",
        base: "properties: { name: …, nickname: … }",
        head: "properties: { name: … }",
        proof: "result.nickname;\nTS2339: Property 'nickname' does not exist on type 'Pet'.",
        release: "major; minor where only a comparison with a value that cannot arrive is flagged.",
      },
    },
  ],
  [
    /-required$/,
    {
      request: {
        meaning: "What could be left out must now be sent, or the other way round.",
        base: "{ name: limit, in: query, required: false, … }",
        head: "{ name: limit, in: query, required: true, … }",
        proof: "GET /pets",
        release: BREAKING,
      },
      response: {
        meaning: "What was always there may now be missing, or the other way round.",
        base: "required: [id, name]",
        head: "required: [id]",
        proof: 'HTTP/1.1 200\n\n{ "id": "1" }',
        release: BREAKING,
      },
    },
  ],
  [
    /-(?:property-)?(?:added|removed)$/,
    {
      request: {
        meaning:
          "A parameter, header or property is new or gone. What an old client still sends and the server does not declare is left aside.",
        base: "parameters: [{ name: limit, in: query, … }]",
        head: "parameters: []",
        proof: "none needed on the wire; the compiler tells the rest",
        release: "minor on the wire; often major on the source promise.",
      },
      response: {
        meaning:
          "A header or an optional property is new or gone. A client leaves aside what it does not know.",
        base: "properties: { name: … }",
        head: "properties: { name: …, nickname: … }",
        proof: "none needed",
        release: "minor on the wire; a removal is often major on the source promise.",
      },
    },
  ],
  [
    /-default$/,
    {
      request: {
        meaning: "Leaving the value out now means something else.",
        base: "schema: { type: integer, default: 20 }",
        head: "schema: { type: integer, default: 50 }",
        proof: "none needed: no message is refused",
        release: "minor.",
      },
    },
  ],
  [
    /-enum$|-const$/,
    {
      request: {
        meaning: "The server takes other values than before.",
        base: "enum: [cat, dog, bird]",
        head: "enum: [cat, dog]",
        proof: 'POST /pets\n\n{ "kind": "bird" }',
        release: BREAKING,
      },
      response: {
        meaning:
          "The server may answer other values. A list that is declared open (x-extensible-enum) may grow.",
        base: "enum: [cat, dog]",
        head: "enum: [cat, dog, bird]",
        proof: 'HTTP/1.1 200\n\n{ "kind": "bird" }',
        release: BREAKING,
      },
    },
  ],
];

const documentation: RuleExample = {
  meaning: "Words for readers changed.",
  base: "description: A pet.",
  head: "description: A pet of the shop.",
  proof: "none needed",
  release: "patch.",
};

const schemaKeyword: Readonly<Record<"request" | "response", RuleExample>> = {
  request: {
    meaning: "A keyword of a schema changed what the server accepts.",
    base: "name: { type: string, maxLength: 50 }",
    head: "name: { type: string, maxLength: 40 }",
    proof: 'POST /pets\n\n{ "name": "a string of 41 characters" }',
    release: BREAKING,
  },
  response: {
    meaning: "A keyword of a schema changed what the server may answer.",
    base: "name: { type: string, maxLength: 40 }",
    head: "name: { type: string, maxLength: 50 }",
    proof: 'HTTP/1.1 200\n\n{ "name": "a string of 41 characters" }',
    release: BREAKING,
  },
};

/** What the rules of each kind of message speak of: the second word of their ids. */
export const ruleParts: Readonly<Record<Way, readonly string[]>> = {
  request: [
    "operation",
    "server",
    "security",
    "path",
    "query",
    "header",
    "cookie",
    "body",
    "message",
    "source",
  ],
  response: ["status", "header", "body", "message", "source"],
  document: [
    "info",
    "operation",
    "parameter",
    "header",
    "request-body",
    "response",
    "media-type",
    "schema",
    "server",
    "security-scheme",
  ],
};

/** The example for the rule of a part and a keyword; nothing where there is no such part. */
export function exampleOf(way: Way, words: string): RuleExample | undefined {
  const isRule = ruleParts[way].some((part) => words.startsWith(`${part}-`));
  if (!isRule) return undefined;
  if (way === "document") return documentation;
  const [, found] = examples.find(([pattern]) => pattern.test(words)) ?? [];
  return found?.[way] ?? found?.request ?? found?.response ?? schemaKeyword[way];
}
