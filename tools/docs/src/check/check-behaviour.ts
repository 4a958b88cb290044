import { chooseTheme } from "./behaviours/choose-theme.ts";
import { foreignScript } from "./behaviours/foreign-script.ts";
import { hostileWords } from "./behaviours/hostile-words.ts";
import { openFromDisk } from "./behaviours/open-from-disk.ts";
import { printPage } from "./behaviours/print-page.ts";
import { readTables } from "./behaviours/read-tables.ts";
import { tryIt, tryUnknown } from "./behaviours/try-it.ts";
import { walkByKeyboard } from "./behaviours/walk-by-keyboard.ts";
import { withoutScripts } from "./behaviours/without-scripts.ts";
import { checkRow, type Row } from "./row.ts";
import type { Stage } from "./stage.ts";
import type { Tab, TabOptions } from "./tab.ts";

type Check = (tab: Tab, stage: Stage) => Promise<readonly string[]>;

interface Behaviour {
  readonly name: string;
  readonly tab?: Partial<TabOptions>;
  readonly check: Check;
}

/** What the reference page does for those who use it, a row each. */
const behaviours: readonly Behaviour[] = [
  { name: "a request is sent to the mock, and its answer shown", check: tryIt },
  { name: "a failure of the mock is shown like an answer", check: tryUnknown },
  { name: "a page opened from a disk is whole", check: openFromDisk },
  {
    name: "a page without JavaScript tells everything",
    tab: { scripts: false },
    check: withoutScripts,
  },
  { name: "the keyboard reaches everything, and one sees where it is", check: walkByKeyboard },
  { name: "the theme can be chosen, and is remembered", check: chooseTheme },
  {
    name: "tables stay tables for a screen reader on a phone",
    tab: { width: 390 },
    check: readTables,
  },
  { name: "paper shows what is folded away, and no controls", check: printPage },
  { name: "hostile words of a document stay words", check: hostileWords },
  { name: "the page's policy stops what is put into it", check: foreignScript },
];

export async function checkBehaviour(stage: Stage): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, tab: options, check } of behaviours) {
    rows.push(
      await checkRow(name, async () => {
        const tab = await stage.browser.open({ width: 1280, ...options });
        try {
          return await check(tab, stage);
        } finally {
          await tab.context().close();
        }
      }),
    );
  }
  return rows;
}
