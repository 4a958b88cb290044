import { h } from "../text/h.ts";
import type { Element } from "hast";
import { markdown } from "../text/markdown.ts";
import type { Page } from "./layout.ts";

/** What is known of the releases of one package. */
export interface Changelog {
  readonly package: string;
  /** Its `CHANGELOG.md`; none before the first release. */
  readonly markdown: string | undefined;
  /** What the next release brings, as changesets say it. */
  readonly pending: readonly PendingChange[];
}

export interface PendingChange {
  readonly bump: string;
  readonly summary: string;
}

/** What has been released, and what waits for the next release. */
export function changelogPage(site: string, changelogs: readonly Changelog[]): Page {
  const identified = changelogs.map((changelog) => ({
    ...changelog,
    id: changelog.package.replace(/^@/, "").replaceAll(/\W/g, "-"),
  }));
  return {
    file: "changelog.html",
    site,
    title: "Changelog",
    description: `What changed in ${site}`,
    scripts: [],
    contents: identified.map(({ id, package: title }) => ({ id, title })),
    main: [
      h("h1", "Changelog"),
      ...identified.map(({ id, package: name, markdown: text, pending }) =>
        h("section", [
          h("h2", { id }, name),
          ...pendingSection(pending),
          ...(text === undefined
            ? [h("p", "Nothing has been released yet.")]
            : [h("div.prose", markdown(withoutTitle(text), { headingLevel: 2 }))]),
        ]),
      ),
    ],
  };
}

function pendingSection(pending: readonly PendingChange[]): readonly Element[] {
  if (pending.length === 0) return [];
  return [
    h("h3", "Not released yet"),
    h(
      "ul.pending",
      pending.map(({ bump, summary }) =>
        h("li", h("span.badge", bump), h("div.prose", markdown(summary))),
      ),
    ),
  ];
}

/** The page has the package's name as a heading already. */
function withoutTitle(text: string): string {
  return text.replace(/^# .*\n/, "");
}
