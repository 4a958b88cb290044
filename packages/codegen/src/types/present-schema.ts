import type { JsonObject } from "@flex-channels/document";

/** A type that no document can have: it would be refused as unknown. */
export const presentType = "x-present";

/** Of a member of which no more is known than that it is there. */
export const presentSchema: JsonObject = { type: presentType };
