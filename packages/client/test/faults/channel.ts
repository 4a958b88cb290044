import type { Channel } from "../../src/index.ts";

/** The channel that honest servers of the suite answer with. */
export const SID = "CH0123456789abcdef0123456789abcdef";

export const channel: Channel = {
  sid: SID,
  account_sid: "AC0123456789abcdef0123456789abcdef",
  flex_flow_sid: "FO0123456789abcdef0123456789abcdef",
  user_sid: "US0123456789abcdef0123456789abcdef",
  task_sid: null,
  url: `https://flex-api.twilio.com/v1/Channels/${SID}`,
  date_created: "2016-08-01T22:10:40Z",
  date_updated: "2016-08-01T22:10:40Z",
};

export const channelText: string = JSON.stringify(channel);
