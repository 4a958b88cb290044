import type { Stage } from "../stage.ts";
import type { Tab } from "../tab.ts";
import { expectEqual } from "./expect-equal.ts";

interface AccessibilityTree {
  readonly nodes: readonly {
    readonly ignored: boolean;
    readonly role?: { readonly value: string };
  }[];
}

export async function readTables(tab: Tab, { address }: Stage): Promise<readonly string[]> {
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
