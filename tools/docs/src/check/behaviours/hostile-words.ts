import { pathToFileURL } from "node:url";
import { listen } from "../listen.ts";
import type { Stage } from "../stage.ts";
import type { Tab } from "../tab.ts";
import { expectEqual } from "./expect-equal.ts";

/** Nothing is asked for, nothing runs, and the browser has nothing to complain of. */
export async function hostileWords(tab: Tab, { hostileFolder }: Stage): Promise<readonly string[]> {
  const address = `${pathToFileURL(hostileFolder).href}/`;
  const seen = listen(tab, address);
  await tab.goto(`${address}index.html`);
  const title = await tab.evaluate<string>("document.querySelector('h1').textContent");
  const made = await tab.evaluate<number>(
    "document.querySelectorAll('main :is(script, img, svg, iframe), main a[href^=javascript]').length",
  );
  return [
    ...seen(),
    ...expectEqual("elements that the words made", made, 0),
    ...(title.includes("<script>alert(1)</script>") ? [] : [`the title reads ${title}`]),
  ];
}
