import type { Contract, Operation } from "./operation.ts";

export const fetchChannel: Operation = {
  operationId: "fetchChannel",
  method: "GET",
  path: "/v1/Channels/{Sid}",
  parameters: [
    {
      name: "Sid",
      in: "path",
      required: true,
      style: "simple",
      explode: false,
      schema: {
        type: "string",
        minLength: 34,
        maxLength: 34,
        pattern: "^CH[0-9a-fA-F]{32}$",
      },
    },
  ],
  responses: {
    "200": {
      content: ["application/json"],
      headers: [
        "Access-Control-Allow-Origin",
        "Access-Control-Allow-Methods",
        "Access-Control-Allow-Headers",
        "Access-Control-Allow-Credentials",
        "Access-Control-Expose-Headers",
      ],
    },
    "404": { content: ["application/json"], headers: [] },
  },
  security: [{ accountSid_authToken: [] }],
  deprecated: false,
};

export const operations: { readonly fetchChannel: Operation } = { fetchChannel };

export const contract: Contract = {
  title: "Twilio Flex channels",
  version: "1.0.0",
  servers: ["https://flex-api.twilio.com"],
  securitySchemes: { accountSid_authToken: { type: "http", scheme: "basic" } },
  operations,
};
