import type { Stage } from "../stage.ts";
import type { Tab } from "../tab.ts";
import { expectEqual } from "./expect-equal.ts";

export async function printPage(tab: Tab, { address }: Stage): Promise<readonly string[]> {
  await tab.goto(address);
  await tab.emulateMedia({ media: "print" });
  const state = await tab.evaluate<{ folded: number; controls: number }>(`({
    folded: [...document.querySelectorAll("main .folded")]
      .filter((each) => each.getBoundingClientRect().height === 0).length,
    controls: [...document.querySelectorAll("nav, form, #theme")]
      .filter((each) => each.checkVisibility()).length,
  })`);
  return [
    ...expectEqual("parts that stay folded", state.folded, 0),
    ...expectEqual("controls", state.controls, 0),
  ];
}
