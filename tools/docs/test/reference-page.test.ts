import { describe, expect, test } from "vitest";
import { all, one, pageOf, siteInput, textOf } from "./site.ts";

// Twilio's reference page, top to bottom: each of its facts, looked for where a person meets it.

const page = pageOf(siteInput());
const operation = one(page, "section.operation");

function rowsOf(caption: string): readonly {
  readonly name: string;
  readonly type: string;
  readonly about: string;
}[] {
  const table = all(page, "table").find((each) => textOf(one(each, "caption")) === caption);
  if (table === undefined) throw new Error(`no table ${caption}`);
  return all(table, "tbody > tr").map((row) => ({
    name: textOf(one(row, "th[scope=row]")),
    type: textOf(one(row, "td.type")),
    about: textOf(one(row, "td:last-child")),
  }));
}

const sid = (prefix: string): string =>
  `Minimum length 34, maximum length 34, pattern ^${prefix}[0-9a-fA-F]{32}$`;

describe("the operation", () => {
  test.each([
    { name: "title", given: "h3", want: "Fetch channel" },
    { name: "method and path", given: "p.endpoint", want: "GET /v1/Channels/{Sid}" },
    { name: "description", given: ".told > .prose", want: "Flex chat channels" },
    { name: "authentication", given: "p.security a", want: "HTTP Basic" },
  ])("has its $name", ({ given, want }) => {
    expect(textOf(one(operation, given))).toBe(want);
  });

  test("stands under its tag", () => {
    expect(all(page, "section.group > h2").map(textOf)).toEqual(["Channel"]);
  });
});

test("the path parameter has its place, type, duty, description and constraints", () => {
  expect(textOf(one(page, "#operation-fetchchannel-path"))).toBe("Path parameters");
  expect(rowsOf("Path parameters of Fetch channel")).toEqual([
    {
      name: "Sid required",
      type: "string",
      about: `The SID of the Flex chat channel resource to fetch. ${sid("CH")}`,
    },
  ]);
});

describe("the answer 200", () => {
  const answer = one(page, "section.response");

  test("has its status, media type and description", () => {
    expect(textOf(one(answer, "h5"))).toBe("200 application/json");
    expect(textOf(one(answer, ".prose"))).toBe("OK");
  });

  test("folds headers and attributes, the attributes opened", () => {
    const folds = all(answer, ":scope > details").map((fold) => ({
      open: fold.properties["open"] === true,
      summary: textOf(one(fold, "summary")),
    }));
    expect(folds).toEqual([
      { open: false, summary: "Headers attributes (7)" },
      { open: true, summary: "Response attributes object Channel" },
    ]);
  });

  test.each([
    {
      name: "Access-Control-Allow-Origin",
      type: "string",
      about: "Specify the origin(s) allowed to access the resource",
    },
    {
      name: "Access-Control-Allow-Methods",
      type: "string",
      about: "Specify the HTTP methods allowed when accessing the resource",
    },
    {
      name: "Access-Control-Allow-Headers",
      type: "string",
      about: "Specify the headers allowed when accessing the resource",
    },
    {
      name: "Access-Control-Allow-Credentials",
      type: "boolean",
      about: "Indicates whether the browser should include credentials",
    },
    {
      name: "Access-Control-Expose-Headers",
      type: "string",
      about: "Headers exposed to the client",
    },
  ])("has the header $name", ({ name, type, about }) => {
    const row = rowsOf("Headers of the answer 200").find((each) => each.name === name);
    expect(row).toEqual({ name, type, about: expect.stringContaining(about) });
  });

  test("has the eight attributes in their order, with type, words and constraints", () => {
    expect(rowsOf("Attributes of Response")).toEqual([
      {
        name: "account_sid",
        type: "string | null",
        about: `The SID of the Account that created the Channel resource and owns this Workflow. ${sid("AC")}`,
      },
      {
        name: "flex_flow_sid",
        type: "string | null",
        about: `The SID of the Flex Flow. ${sid("FO")}`,
      },
      {
        name: "sid",
        type: "string | null",
        about: `The unique string that we created to identify the Channel resource. ${sid("CH")}`,
      },
      {
        name: "user_sid",
        type: "string | null",
        about: `The SID of the chat user. ${sid("US")}`,
      },
      {
        name: "task_sid",
        type: "string | null",
        about: `The SID of the TaskRouter Task. Only valid when integration type is task. null for integration types studio & external ${sid("WT")}`,
      },
      {
        name: "url",
        type: "string(uri) | null",
        about: "The absolute URL of the Flex chat channel resource.",
      },
      {
        name: "date_created",
        type: "string(date-time) | null",
        about:
          "The date and time in GMT when the Flex chat channel was created specified in ISO 8601 format.",
      },
      {
        name: "date_updated",
        type: "string(date-time) | null",
        about:
          "The date and time in GMT when the Flex chat channel was last updated specified in ISO 8601 format.",
      },
    ]);
  });
});

describe("the examples", () => {
  const figures = new Map(
    all(operation, ".shown figure").map((figure) => [
      textOf(one(figure, "figcaption")),
      one(figure, "pre"),
    ]),
  );
  const codeOf = (name: string): string => {
    const block = figures.get(name);
    if (block === undefined) throw new Error(`no example ${name}`);
    return all(block, "code").map(rawText).join("");
  };

  test("are a call with curl, one with the client, and the answer", () => {
    expect([...figures.keys()]).toEqual([
      "curl",
      "TypeScript",
      "Response (200): The example of the reference page",
    ]);
  });

  test("the call with curl is the reference page's", () => {
    expect(codeOf("curl")).toBe(
      `curl \\\n --request GET 'https://flex-api.twilio.com/v1/Channels/{Sid}' \\\n --user "username:password"`,
    );
  });

  test("the answer is the reference page's", () => {
    expect(JSON.parse(codeOf("Response (200): The example of the reference page"))).toEqual({
      sid: "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      url: "https://flex-api.twilio.com/v1/Channels/CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      task_sid: "WTaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      user_sid: "USaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      account_sid: "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      date_created: "2016-08-01T22:10:40Z",
      date_updated: "2016-08-01T22:10:40Z",
      flex_flow_sid: "FOaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    });
  });
});

test("each documented failure is there, with headers, attributes and an example", () => {
  const failures = all(operation, "details.response").map((failure) => ({
    status: textOf(one(failure, "h5 .status")),
    attributes: all(failure, "tbody th").some((name) => textOf(name).startsWith("more_info")),
    headers: all(failure, "tbody th").some((name) => textOf(name).startsWith("Twilio-Request-Id")),
    example: all(failure, "figure pre").length > 0,
  }));
  const whole = { attributes: true, headers: true, example: true };
  expect(failures).toEqual(
    ["401", "403", "404", "429", "500", "4XX", "5XX"].map((status) => ({ status, ...whole })),
  );
});

test("the schemes of authentication are described, the assumed one marked", () => {
  expect(all(page, "dl.schemes dt").map(textOf)).toEqual(["HTTP Basic", "Bearer token assumed"]);
  expect(textOf(one(page, "dl.schemes"))).toContain("The user name is the account SID");
});

test("the overview has version, server, licence and the document itself", () => {
  const facts = all(page, "dl.overview-facts > div").map(textOf);
  expect(facts).toEqual([
    "Version 1.0.0",
    "Server https://flex-api.twilio.com Twilio's Flex API in the default region",
    "Document openapi.yaml (OpenAPI 3.1.1)",
    "Licence MIT",
  ]);
});

/** Text of code as it is written, line feeds kept. */
function rawText(node: { readonly children: readonly unknown[] }): string {
  return node.children
    .map((child) => {
      const { value, children } = child as { value?: string; children?: readonly unknown[] };
      return value ?? (children === undefined ? "" : rawText({ children }));
    })
    .join("");
}
