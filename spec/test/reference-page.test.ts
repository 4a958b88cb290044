import { expect, test } from "vitest";
import { at, member, members } from "./document.ts";
import type { Json } from "./document.ts";

const path = "/paths/~1v1~1Channels~1{Sid}";
const get = `${path}/get`;
const ok = `${get}/responses/200`;
const headers = `${ok}/headers`;
const properties = "/components/schemas/Channel/properties";

/** A SID attribute as the page lists it. */
function sid(prefix: string, description: string): Json {
  return {
    type: ["string", "null"],
    minLength: 34,
    maxLength: 34,
    pattern: `^${prefix}[0-9a-fA-F]{32}$`,
    description,
  };
}

const curl = `curl \\
 --request GET 'https://flex-api.twilio.com/v1/Channels/{Sid}' \\
 --user "username:password"`;

/** Twilio's reference page, top to bottom. */
const rows: readonly { name: string; given: string; want: Json }[] = [
  { name: "title", given: `${get}/summary`, want: "Fetch channel" },
  { name: "operation id", given: `${get}/operationId`, want: "fetchChannel" },
  { name: "description of the path", given: `${path}/description`, want: "Flex chat channels" },
  { name: "tag", given: "/tags/0", want: { name: "Channel", description: "Flex chat channels" } },
  { name: "tag of the operation", given: `${get}/tags`, want: ["Channel"] },
  { name: "parameter name", given: `${get}/parameters/0/name`, want: "Sid" },
  { name: "parameter place", given: `${get}/parameters/0/in`, want: "path" },
  { name: "parameter required", given: `${get}/parameters/0/required`, want: true },
  {
    name: "parameter description",
    given: `${get}/parameters/0/description`,
    want: "The SID of the Flex chat channel resource to fetch.",
  },
  {
    name: "parameter schema by name",
    given: `${get}/parameters/0/schema`,
    want: { $ref: "#/components/schemas/ChannelSid" },
  },
  { name: "parameter type", given: "/components/schemas/ChannelSid/type", want: "string" },
  { name: "parameter minimum length", given: "/components/schemas/ChannelSid/minLength", want: 34 },
  { name: "parameter maximum length", given: "/components/schemas/ChannelSid/maxLength", want: 34 },
  {
    name: "parameter pattern",
    given: "/components/schemas/ChannelSid/pattern",
    want: "^CH[0-9a-fA-F]{32}$",
  },
  { name: "200", given: `${ok}/description`, want: "OK" },
  {
    name: "Access-Control-Allow-Origin description",
    given: `${headers}/Access-Control-Allow-Origin/description`,
    want: "Specify the origin(s) allowed to access the resource",
  },
  {
    name: "Access-Control-Allow-Origin type",
    given: `${headers}/Access-Control-Allow-Origin/schema`,
    want: { type: "string" },
  },
  {
    name: "Access-Control-Allow-Methods description",
    given: `${headers}/Access-Control-Allow-Methods/description`,
    want: "Specify the HTTP methods allowed when accessing the resource",
  },
  {
    name: "Access-Control-Allow-Methods type",
    given: `${headers}/Access-Control-Allow-Methods/schema`,
    want: { type: "string" },
  },
  {
    name: "Access-Control-Allow-Headers description",
    given: `${headers}/Access-Control-Allow-Headers/description`,
    want: "Specify the headers allowed when accessing the resource",
  },
  {
    name: "Access-Control-Allow-Headers type",
    given: `${headers}/Access-Control-Allow-Headers/schema`,
    want: { type: "string" },
  },
  {
    name: "Access-Control-Allow-Credentials description",
    given: `${headers}/Access-Control-Allow-Credentials/description`,
    want: "Indicates whether the browser should include credentials",
  },
  {
    name: "Access-Control-Allow-Credentials type",
    given: `${headers}/Access-Control-Allow-Credentials/schema`,
    want: { type: "boolean" },
  },
  {
    name: "Access-Control-Expose-Headers description",
    given: `${headers}/Access-Control-Expose-Headers/description`,
    want: "Headers exposed to the client",
  },
  {
    name: "Access-Control-Expose-Headers type",
    given: `${headers}/Access-Control-Expose-Headers/schema`,
    want: { type: "string" },
  },
  {
    name: "200 body",
    given: `${ok}/content/application~1json/schema`,
    want: { $ref: "#/components/schemas/Channel" },
  },
  { name: "200 body type", given: "/components/schemas/Channel/type", want: "object" },
  {
    name: "account_sid",
    given: `${properties}/account_sid`,
    want: sid(
      "AC",
      "The SID of the Account that created the Channel resource and owns this Workflow.",
    ),
  },
  {
    name: "flex_flow_sid",
    given: `${properties}/flex_flow_sid`,
    want: sid("FO", "The SID of the Flex Flow."),
  },
  {
    name: "sid",
    given: `${properties}/sid`,
    want: sid("CH", "The unique string that we created to identify the Channel resource."),
  },
  {
    name: "user_sid",
    given: `${properties}/user_sid`,
    want: sid("US", "The SID of the chat user."),
  },
  {
    name: "task_sid",
    given: `${properties}/task_sid`,
    want: sid(
      "WT",
      "The SID of the TaskRouter Task. Only valid when integration type is task. null for integration types studio & external",
    ),
  },
  {
    name: "url",
    given: `${properties}/url`,
    want: {
      type: ["string", "null"],
      format: "uri",
      description: "The absolute URL of the Flex chat channel resource.",
    },
  },
  {
    name: "date_created",
    given: `${properties}/date_created`,
    want: {
      type: ["string", "null"],
      format: "date-time",
      description:
        "The date and time in GMT when the Flex chat channel was created specified in ISO 8601 format.",
    },
  },
  {
    name: "date_updated",
    given: `${properties}/date_updated`,
    want: {
      type: ["string", "null"],
      format: "date-time",
      description:
        "The date and time in GMT when the Flex chat channel was last updated specified in ISO 8601 format.",
    },
  },
  { name: "server", given: "/servers/0/url", want: "https://flex-api.twilio.com" },
  {
    name: "basic authentication",
    given: "/components/securitySchemes/accountSid_authToken/scheme",
    want: "basic",
  },
  {
    name: "kind of the security scheme",
    given: "/components/securitySchemes/accountSid_authToken/type",
    want: "http",
  },
  { name: "security", given: "/security/0", want: { accountSid_authToken: [] } },
  { name: "curl example", given: `${get}/x-codeSamples/0/source`, want: curl },
  {
    name: "response example",
    given: `${ok}/content/application~1json/examples/channel/value`,
    want: {
      sid: "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      url: "https://flex-api.twilio.com/v1/Channels/CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      task_sid: "WTaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      user_sid: "USaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      account_sid: "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      date_created: "2016-08-01T22:10:40Z",
      date_updated: "2016-08-01T22:10:40Z",
      flex_flow_sid: "FOaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    },
  },
];

test.each(rows)("the document holds the page's row: $name", ({ given, want }) => {
  expect(at(given)).toEqual(want);
});

test("the attributes stand in the page's order", () => {
  expect(members(properties).map(([name]) => name)).toEqual([
    "account_sid",
    "flex_flow_sid",
    "sid",
    "user_sid",
    "task_sid",
    "url",
    "date_created",
    "date_updated",
  ]);
});

test("the page's operation is the only one", () => {
  expect(members("/paths").map(([name]) => name)).toEqual(["/v1/Channels/{Sid}"]);
  expect(members(path).map(([name]) => name)).toEqual(["description", "get"]);
});

test("the server is the only one", () => {
  expect(at("/servers")).toHaveLength(1);
});

test("every attribute is required", () => {
  expect(at("/components/schemas/Channel/required")).toEqual(
    members(properties).map(([name]) => name),
  );
});

test("unknown members of a channel are allowed", () => {
  expect(member(at("/components/schemas/Channel"), "additionalProperties")).toBeUndefined();
  expect(member(at("/components/schemas/Channel"), "unevaluatedProperties")).toBeUndefined();
});

test("what the page does not say is marked as assumed", () => {
  const unmarked = ["schemas", "headers", "responses", "securitySchemes"].flatMap((part) =>
    members(`/components/${part}`)
      .filter(([, value]) => member(value, "x-assumed") !== true)
      .map(([name]) => `${part}/${name}`),
  );
  expect(unmarked).toEqual([
    "schemas/ChannelSid",
    "schemas/Channel",
    "securitySchemes/accountSid_authToken",
  ]);
});
