// The cheapest server there is: one answer, the reference example, over kept-alive connections.
import { createServer } from "node:http";

const sid = (prefix) => prefix + "a".repeat(32);
const body = Buffer.from(
  JSON.stringify({
    sid: sid("CH"),
    url: `https://flex-api.twilio.com/v1/Channels/${sid("CH")}`,
    task_sid: sid("WT"),
    user_sid: sid("US"),
    account_sid: sid("AC"),
    date_created: "2016-08-01T22:10:40Z",
    date_updated: "2016-08-01T22:10:40Z",
    flex_flow_sid: sid("FO"),
  }),
);
const headers = { "content-type": "application/json", "content-length": body.length };

const server = createServer({ keepAliveTimeout: 60_000 }, (_request, response) => {
  response.writeHead(200, headers).end(body);
});
server.listen(0, "127.0.0.1", () => {
  console.log(`server http://127.0.0.1:${server.address().port}`);
});
