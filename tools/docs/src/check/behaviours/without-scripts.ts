import type { Stage } from "../stage.ts";
import type { Tab } from "../tab.ts";
import { expectEqual } from "./expect-equal.ts";

export async function withoutScripts(tab: Tab, { address }: Stage): Promise<readonly string[]> {
  await tab.goto(address);
  const state = await tab.evaluate<{ form: boolean; note: boolean; theme: boolean; rows: number }>(
    `({
      form: document.querySelector("form").checkVisibility(),
      theme: document.querySelector("#theme").checkVisibility(),
      note: document.querySelector("noscript p")?.checkVisibility() ?? false,
      rows: [...document.querySelectorAll("tbody tr")].filter((row) => row.checkVisibility()).length,
    })`,
  );
  await tab.click("section.response > details:not([open]) > summary");
  const opened = await tab.evaluate<number>(
    "[...document.querySelectorAll('tbody tr')].filter((row) => row.checkVisibility()).length",
  );
  return [
    ...expectEqual("the form's visibility", state.form, false),
    ...expectEqual("the theme button's visibility", state.theme, false),
    ...expectEqual("the note's visibility", state.note, true),
    ...(state.rows > 0 ? [] : ["no row of a table is visible"]),
    ...(opened > state.rows ? [] : ["a summary opens nothing"]),
  ];
}
