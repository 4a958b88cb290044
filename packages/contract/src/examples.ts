import type { Channel } from "./client.ts";
import type { Example } from "./operation.ts";

export const examples: {
  readonly fetchChannel: { readonly "200": Example<Channel>; readonly "404": Example<unknown> };
} = {
  fetchChannel: {
    "200": {
      status: 200,
      headers: {},
      mediaType: "application/json",
      synthetic: false,
      body: {
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
    "404": {
      status: 404,
      headers: {},
      mediaType: "application/json",
      synthetic: false,
      body: {
        code: 20404,
        message: "The requested resource was not found",
        more_info: "https://www.twilio.com/docs/errors/20404",
        status: 404,
      },
    },
  },
};
