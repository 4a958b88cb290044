// A consumer that reads every property of a channel, compiled and run at each version it meets.
import { createFlexClient } from "@flex-channels/client";

const flex = createFlexClient({
  baseUrl: process.argv[2] ?? "",
  accountSid: `AC${"a".repeat(32)}`,
  authToken: "rehearsal",
});
const channel = await flex.fetchChannel(`CH${"a".repeat(32)}`);
console.log(
  JSON.stringify({
    sid: channel.sid,
    url: channel.url,
    task_sid: channel.task_sid,
    user_sid: channel.user_sid,
    account_sid: channel.account_sid,
    date_created: channel.date_created,
    date_updated: channel.date_updated,
    flex_flow_sid: channel.flex_flow_sid,
  }),
);
