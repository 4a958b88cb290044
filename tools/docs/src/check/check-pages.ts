import { join } from "node:path";
import { axeViolations } from "./axe-violations.ts";
import { listen } from "./listen.ts";
import { checkRow, type Row } from "./row.ts";
import type { Stage } from "./stage.ts";
import type { Tab } from "./tab.ts";

const files = [
  "index.html",
  "guide.html",
  "changelog.html",
  "review.html",
  "contract-review.html",
  "comment.html",
] as const;

const views = [
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const;

/** The narrowest width that a page must fit without scrolling sideways (WCAG 2.2 §1.4.10). */
const narrowest = 320;

/** Every page on a phone and a desktop in light and dark; of the comments' fixtures a phone in light and a desktop in dark. */
export async function checkPages(stage: Stage): Promise<readonly Row[]> {
  const looks = [
    ...files.flatMap((file) => views.map((view) => ({ file, view }))),
    ...stage.comments.flatMap((file) => [views[0], views[3]].map((view) => ({ file, view }))),
  ];
  const rows: Row[] = [];
  for (const { file, view } of looks) {
    const name = `${file} at ${String(view.width)} px, ${view.colorScheme}`;
    rows.push(await checkRow(name, () => checkPage(stage, file, view)));
  }
  return rows;
}

async function checkPage(
  stage: Stage,
  file: string,
  view: (typeof views)[number],
): Promise<readonly string[]> {
  const tab = await stage.browser.open(view);
  try {
    const seen = listen(tab, stage.address);
    await tab.goto(`${stage.address}${file}`);
    const picture = `${file.replace(".html", "")}-${String(view.width)}-${view.colorScheme}.png`;
    await tab.screenshot({ path: join(stage.pictures, picture), fullPage: true });
    const found = [...(await axeViolations(tab, stage.axe)), ...(await sideways(tab, file))];
    return [...seen(), ...found];
  } finally {
    await tab.context().close();
  }
}

async function sideways(tab: Tab, file: string): Promise<readonly string[]> {
  const wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  const excess = await tab.evaluate<number>(wide);
  return excess > 0 ? [`${file} is ${String(excess)} px wider than the window`] : [];
}

/** The site's own pages fit the narrowest window that WCAG asks for. */
export async function checkReflow(stage: Stage): Promise<readonly Row[]> {
  return [
    await checkRow(`pages fit a window of ${String(narrowest)} px`, async () => {
      const tab = await stage.browser.open({ width: narrowest });
      try {
        const problems: string[] = [];
        for (const file of files) {
          await tab.goto(`${stage.address}${file}`);
          problems.push(...(await sideways(tab, file)));
        }
        return problems;
      } finally {
        await tab.context().close();
      }
    }),
  ];
}
