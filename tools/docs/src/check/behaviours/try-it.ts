import { axeViolations } from "../axe-violations.ts";
import { listen } from "../listen.ts";
import type { Stage } from "../stage.ts";
import type { Tab } from "../tab.ts";
import { expectEqual } from "./expect-equal.ts";

/** Resolves when the page has said what came of a request. */
const outcome = `new Promise((resolve) => {
  const line = document.querySelector(".outcome");
  const look = () => line.textContent !== "" && resolve(line.textContent);
  new MutationObserver(look).observe(line, { childList: true });
  look();
})`;

async function send(tab: Tab): Promise<string> {
  await tab.click("button[type=submit]");
  return tab.evaluate<string>(outcome);
}

export async function tryIt(tab: Tab, { address, axe }: Stage): Promise<readonly string[]> {
  const seen = listen(tab, address);
  await tab.goto(address);
  const answered = await send(tab);
  const shown = await tab.evaluate<string>("document.querySelector('.answer pre').textContent");
  const asked = await tab.evaluate<string>("document.querySelector('form input').value");
  return [
    ...(await axeViolations(tab, axe)),
    ...seen(),
    ...expectEqual("the outcome", answered, "200"),
    ...expectEqual("the answer's sid", (JSON.parse(shown) as { sid?: unknown }).sid, asked),
  ];
}

export async function tryUnknown(tab: Tab, { address }: Stage): Promise<readonly string[]> {
  await tab.goto(address);
  await tab.fill("form input", `CH${"f".repeat(32)}`);
  return expectEqual("the outcome", await send(tab), "404");
}
