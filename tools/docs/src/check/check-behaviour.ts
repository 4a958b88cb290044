import { pathToFileURL } from "node:url";
import { listen } from "./check-pages.ts";
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
  { name: "a page without JavaScript tells everything", tab: { scripts: false }, check: noScripts },
  { name: "the keyboard reaches everything, and one sees where it is", check: keyboard },
  { name: "the theme can be chosen, and is remembered", check: theme },
  { name: "tables stay tables for a screen reader on a phone", tab: { width: 390 }, check: tables },
  { name: "paper shows what is folded away, and no controls", check: print },
  { name: "the page's policy stops what is put into it", check: policy },
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

async function tryIt(tab: Tab, { address }: Stage): Promise<readonly string[]> {
  const seen = listen(tab, address);
  await tab.goto(address);
  const answered = await send(tab);
  const shown = await tab.evaluate<string>("document.querySelector('.answer pre').textContent");
  const asked = await tab.evaluate<string>("document.querySelector('form input').value");
  return [
    ...seen(),
    ...expectEqual("the outcome", answered, "200"),
    ...expectEqual("the answer's sid", (JSON.parse(shown) as { sid?: unknown }).sid, asked),
  ];
}

async function tryUnknown(tab: Tab, { address }: Stage): Promise<readonly string[]> {
  await tab.goto(address);
  await tab.fill("form input", `CH${"f".repeat(32)}`);
  return expectEqual("the outcome", await send(tab), "404");
}

async function openFromDisk(tab: Tab, { folder }: Stage): Promise<readonly string[]> {
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

async function noScripts(tab: Tab, { address }: Stage): Promise<readonly string[]> {
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

async function keyboard(tab: Tab, { address }: Stage): Promise<readonly string[]> {
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

async function theme(tab: Tab, { address }: Stage): Promise<readonly string[]> {
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

interface AccessibilityTree {
  readonly nodes: readonly {
    readonly ignored: boolean;
    readonly role?: { readonly value: string };
  }[];
}

async function tables(tab: Tab, { address }: Stage): Promise<readonly string[]> {
  await tab.goto(address);
  const session = await tab.context().newCDPSession(tab);
  const { nodes } = await session.send<AccessibilityTree>("Accessibility.getFullAXTree");
  const count = (role: string): number =>
    nodes.filter((node) => !node.ignored && node.role?.value === role).length;
  const shown = await tab.evaluate<{ tables: number; rows: number }>(`({
    tables: [...document.querySelectorAll("table")].filter((each) => each.checkVisibility()).length,
    rows: [...document.querySelectorAll("tbody tr")].filter((each) => each.checkVisibility()).length,
  })`);
  return [
    ...expectEqual("tables", count("table"), shown.tables),
    ...expectEqual("row headers", count("rowheader"), shown.rows),
    ...expectEqual("column headers", count("columnheader"), shown.tables * 3),
    ...["banner", "main", "contentinfo"].flatMap((role) => expectEqual(role, count(role), 1)),
  ];
}

async function print(tab: Tab, { address }: Stage): Promise<readonly string[]> {
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

/** Chromium's own word that a script in the page did not run; the complaint of the console is wanted here. */
async function policy(tab: Tab, { address }: Stage): Promise<readonly string[]> {
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

function expectEqual(what: string, received: unknown, expected: unknown): readonly string[] {
  if (received === expected) return [];
  return [`${what}: expected ${JSON.stringify(expected)}, received ${JSON.stringify(received)}`];
}
