import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { at, followed, member, members } from "./document.ts";
import type { Json } from "./document.ts";
import { judges } from "./validators.ts";

interface Exchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Json;
  };
}

const folder = new URL("../examples/", import.meta.url);
const operation = "/paths/~1v1~1Channels~1{Sid}/get";

function read(file: string): Exchange {
  return JSON.parse(readFileSync(new URL(file, folder), "utf8"));
}

const exchanges = readdirSync(folder).map((file) => ({
  file,
  key: file.split(".")[1] ?? "",
  exchange: read(file),
}));

/** The pointer of the Response Object of a status, references followed. */
function responsePointer(key: string): string {
  return followed(`${operation}/responses/${key}`);
}

function mediaTypes(key: string): readonly string[] {
  return members(`${responsePointer(key)}/content`).map(([name]) => name);
}

function inlineExamples(key: string, mediaType: string): readonly (readonly [string, Json])[] {
  const media = `${responsePointer(key)}/content/${mediaType.replaceAll("/", "~1")}`;
  return members(`${media}/examples`).map(([name, example]) => [
    name,
    member(example, "value") ?? null,
  ]);
}

const statuses = members(`${operation}/responses`).map(([name]) => name);

test("every declared answer has one exchange, and no other has", () => {
  expect(exchanges.map(({ file }) => file).toSorted()).toEqual(
    statuses.map((status) => `fetchChannel.${status}.json`).toSorted(),
  );
});

describe.each(exchanges)("$file", ({ key, exchange: { request, response } }) => {
  test("asks for a path of the template", () => {
    expect(request.method).toBe("GET");
    const sid = /^\/v1\/Channels\/(?<sid>[^/]+)$/.exec(request.path)?.groups?.["sid"] ?? "";
    for (const judge of judges) {
      expect(judge.accepts("/components/schemas/ChannelSid", sid)).toBe(true);
    }
  });

  test("holds no credentials", () => {
    const { authorization } = request.headers;
    expect(authorization).toBe(key === "401" ? undefined : "Basic <accountSid:authToken>");
  });

  test("has a status of its key", () => {
    expect(String(response.status)).toMatch(new RegExp(`^${key.replaceAll("X", "\\d")}$`));
  });

  test("has the body of the document's example", () => {
    expect(inlineExamples(key, "application/json").map(([, value]) => value)).toEqual([
      response.body,
    ]);
    expect(response.headers["content-type"]).toBe("application/json");
  });

  test("has the headers of the document, with their examples as values", () => {
    const declared = members(`${responsePointer(key)}/headers`).map(([name]) => {
      const example = at(`${followed(`${responsePointer(key)}/headers/${name}`)}/example`);
      return [name.toLowerCase(), typeof example === "string" ? example : JSON.stringify(example)];
    });
    const { "content-type": _contentType, ...headers } = response.headers;
    expect(headers).toEqual(Object.fromEntries(declared));
  });
});

const inline = statuses.flatMap((status) =>
  mediaTypes(status).flatMap((mediaType) =>
    inlineExamples(status, mediaType).map(([name, value]) => ({
      title: `${status} ${mediaType} ${name}`,
      schema: `${responsePointer(status)}/content/${mediaType.replaceAll("/", "~1")}/schema`,
      value,
    })),
  ),
);

for (const judge of judges) {
  test.each(inline)(`${judge.name} finds the example valid: $title`, ({ schema, value }) => {
    expect(judge.accepts(schema, value)).toBe(true);
  });
}

test("every media type of every answer has an example", () => {
  expect(inline.length).toBe(statuses.flatMap(mediaTypes).length);
});

const errors = exchanges.filter(({ key }) => key !== "200");

for (const judge of judges) {
  test.each(errors)(`${judge.name} finds that the body of $file is no channel`, (row) => {
    expect(judge.accepts("/components/schemas/Channel", row.exchange.response.body)).toBe(false);
  });
}

const codes = [
  { status: "401", want: 20003 },
  { status: "403", want: 20403 },
  { status: "404", want: 20404 },
  { status: "429", want: 20429 },
  { status: "500", want: 20500 },
];

test.each(codes)("the examples of $status carry Twilio's code $want", ({ status, want }) => {
  const values = mediaTypes(status).flatMap((mediaType) => inlineExamples(status, mediaType));
  expect(values.map(([, value]) => member(value, "code"))).toEqual([want, want]);
});

const headers = statuses.flatMap((status) =>
  members(`${responsePointer(status)}/headers`).map(([name]) => ({
    title: `${status} ${name}`,
    pointer: followed(`${responsePointer(status)}/headers/${name}`),
  })),
);

for (const judge of judges) {
  test.each(headers)(`${judge.name} finds the header's example valid: $title`, (row) => {
    const example = at(`${row.pointer}/example`) ?? null;
    expect(judge.accepts(`${row.pointer}/schema`, example)).toBe(true);
  });
}
