import type { Stage } from "../stage.ts";
import type { Tab } from "../tab.ts";
import { expectEqual } from "./expect-equal.ts";

export async function chooseTheme(tab: Tab, { address }: Stage): Promise<readonly string[]> {
  const paper = "getComputedStyle(document.body).backgroundColor";
  await tab.goto(address);
  const light = await tab.evaluate<string>(paper);
  await tab.click("#theme");
  await tab.click("#theme");
  const dark = await tab.evaluate<string>(paper);
  await tab.goto(`${address}changelog.html`);
  const remembered = await tab.evaluate<string>(paper);
  return [
    ...(light === dark ? [`light and dark are both ${light}`] : []),
    ...expectEqual("the colour of the next page", remembered, dark),
  ];
}
