import { h } from "../text/h.ts";
import GithubSlugger from "github-slugger";
import { markdown } from "../text/markdown.ts";
import type { ContentsEntry, Page } from "./layout.ts";

export interface Guide {
  readonly markdown: string;
  /** Address of the folder that its relative links start from. */
  readonly linkBase: string;
}

/** The client's README, examples and all. */
export function guidePage(site: string, guide: Guide): Page {
  const slugger = new GithubSlugger();
  const contents: ContentsEntry[] = [];
  const body = markdown(guide.markdown, {
    headingLevel: 1,
    headingId: (title) => {
      const id = slugger.slug(title);
      contents.push({ id, title });
      return id;
    },
    resolveLink: (href) =>
      URL.canParse(href, guide.linkBase) ? new URL(href, guide.linkBase).href : undefined,
  });
  return {
    file: "guide.html",
    site,
    title: "Client",
    description: `The client of ${site}`,
    scripts: [],
    contents,
    main: [h("div.prose.guide", body)],
  };
}
