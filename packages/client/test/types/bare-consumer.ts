import { createFlexClient, isFlexError } from "@flex-channels/client";
import type { FetchLike } from "@flex-channels/client";
import { fetchMany } from "@flex-channels/client/many";

declare const fetch: FetchLike;

const flex = createFlexClient({ fetch, headers: { a: "b" } });

export async function use(sids: readonly string[]): Promise<number> {
  let codes = 0;
  for await (const one of fetchMany(sids, (sid, options) => flex.safe.fetchChannel(sid, options))) {
    if (one.kind === "fulfilled" && isFlexError(one.value, "http")) codes += one.value.code ?? 0;
  }
  return codes;
}
