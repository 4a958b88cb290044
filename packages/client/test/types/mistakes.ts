import { createFlexClient, HttpError, isFlexError } from "@flex-channels/client";

const flex = createFlexClient();
createFlexClient({ acountSid: "AC" }); // mistake
createFlexClient({ validation: "loose" }); // mistake
createFlexClient({ fetch: () => "no response" }); // mistake
await flex.fetchChannel(); // mistake
await flex.fetchChannel(5); // mistake
await flex.fetchChannel("CH", { timeout: 5 }); // mistake
await flex.fetchAgent("CH"); // mistake
(await flex.fetchChannel("CH")).sid.length; // mistake
const result = await flex.safe.fetchChannel("CH");
result.data; // mistake
if (isFlexError(result, "http")) result.status = 5; // mistake
new HttpError({}); // mistake
