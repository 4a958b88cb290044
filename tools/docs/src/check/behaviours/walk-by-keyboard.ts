import type { Stage } from "../stage.ts";
import type { Tab } from "../tab.ts";
import { expectEqual } from "./expect-equal.ts";

interface Stop {
  readonly name: string;
  readonly visible: boolean;
  readonly outlined: boolean;
}

const focused = `(() => {
  const element = document.activeElement;
  if (element === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { right, bottom } = element.getBoundingClientRect();
  return {
    name: element.tagName + " " + (element.getAttribute("href") ?? element.id ?? "") + " " + element.textContent.slice(0, 30),
    visible: element.checkVisibility() && right > 0 && bottom > 0,
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
  };
})()`;

export async function walkByKeyboard(tab: Tab, { address }: Stage): Promise<readonly string[]> {
  await tab.goto(address);
  const stops: Stop[] = [];
  for (let count = 0; count < 200; count += 1) {
    await tab.keyboard.press("Tab");
    const stop = await tab.evaluate<Stop | undefined>(focused);
    if (stop === undefined) break;
    stops.push(stop);
  }
  const wanted = await tab.evaluate<number>(
    `[...document.querySelectorAll("a[href], button, summary, input, textarea, [tabindex='0']")]
      .filter((element) => element.checkVisibility()).length`,
  );
  const hidden = stops.filter(({ visible, outlined }) => !visible || !outlined);
  await tab.goto(address);
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  const skipped = await tab.evaluate<string>("document.activeElement.id");
  return [
    ...expectEqual("places that take the focus", stops.length, wanted),
    ...hidden.map(({ name }) => `the focus is not seen at ${name}`),
    ...expectEqual("where the first link leads", skipped, "content"),
  ];
}
