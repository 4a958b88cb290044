import type { Drift } from "./drift.ts";
import { doAgree } from "./drift.ts";

/** One sentence, in words of ours only. */
export function headline(drift: Drift): string {
  if (doAgree(drift)) {
    return "Twilio's document and ours agree on the operations that ours describes.";
  }
  const { breaks, news } = drift;
  const counts = [
    ...(breaks.length === 0 ? [] : [`${String(breaks.length)} that would break clients of ours`]),
    ...(news.length === 0 ? [] : [`${String(news.length)} that ours does not know yet`]),
  ];
  return `Twilio's document and ours have parted. Differences: ${counts.join(", ")}.`;
}
