import type { Stage } from "../stage.ts";
import type { Tab } from "../tab.ts";
import { expectEqual } from "./expect-equal.ts";

/** Chromium's own word that a script in the page did not run; the complaint of the console is wanted here. */
export async function foreignScript(tab: Tab, { address }: Stage): Promise<readonly string[]> {
  await tab.goto(address);
  const ran = await tab.evaluate<boolean>(`(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", "<b onclick='globalThis.ran = true'>x</b>");
    document.body.lastElementChild.click();
    return globalThis.ran === true;
  })()`);
  return expectEqual("a foreign script ran", ran, false);
}
