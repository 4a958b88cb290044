import { pathToFileURL } from "node:url";
import { listen } from "../listen.ts";
import type { Stage } from "../stage.ts";
import type { Tab } from "../tab.ts";
import { expectEqual } from "./expect-equal.ts";

export async function openFromDisk(tab: Tab, { folder }: Stage): Promise<readonly string[]> {
  const address = `${pathToFileURL(folder).href}/`;
  const seen = listen(tab, address);
  await tab.goto(`${address}index.html`);
  const styled = "getComputedStyle(document.querySelector('.method')).fontWeight";
  const weight = await tab.evaluate<string>(styled);
  const form = await tab.evaluate<number>("document.querySelectorAll('form').length");
  await tab.click("#theme");
  const chosen = await tab.evaluate<string>("document.documentElement.dataset.theme");
  await tab.click("nav a[href='guide.html']");
  const title = await tab.evaluate<string>("document.title");
  return [
    ...seen(),
    ...expectEqual("the style's weight", weight, "700"),
    ...expectEqual("forms without a mock", form, 0),
    ...expectEqual("the theme", chosen, "light"),
    ...(title.startsWith("Client") ? [] : [`the link led to ${title}`]),
  ];
}
