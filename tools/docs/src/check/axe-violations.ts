import type { Tab } from "./tab.ts";

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {
    readonly target: readonly string[];
    readonly failureSummary: string;
  }[];
}

/** axe-core with all its rules, those beyond WCAG's levels A and AA too. */
export async function axeViolations(tab: Tab, axe: string): Promise<readonly string[]> {
  await tab.evaluate(axe);
  // Everything is opened first: what is folded away is not looked at.
  await tab.evaluate(
    "document.querySelectorAll('details').forEach((each) => { each.open = true; })",
  );
  const found = await tab.evaluate<readonly Violation[]>(
    "axe.run(document, { preload: false }).then((result) => result.violations)",
  );
  return found.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`,
    );
    return [`axe ${id}: ${help}`, ...places.slice(0, 5)].join("\n");
  });
}
