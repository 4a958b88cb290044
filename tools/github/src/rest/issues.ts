import { type Shape, shapeOf } from "./expect-shape.ts";
import type { Session } from "./session.ts";

export interface Issue {
  readonly number: number;
  readonly state: "open" | "closed";
  readonly title: string;
  readonly body: string;
  readonly author: string | undefined;
  readonly labels: readonly string[];
  readonly url: string;
}

export interface IssueFilter {
  /** @default "open" */
  readonly state?: "open" | "closed" | "all";
  /** Every one of them. */
  readonly labels?: readonly string[];
  /** Login of the author. */
  readonly author?: string;
}

export interface IssueText {
  /** At most 256 characters. */
  readonly title: string;
  /** At most 65,536 characters. */
  readonly body: string;
  readonly labels?: readonly string[];
}

export interface Issues {
  /** Pull requests, which GitHub lists among issues, are left out. */
  readonly issues: (filter?: IssueFilter) => AsyncGenerator<Issue>;
  readonly createIssue: (text: IssueText) => Promise<Issue>;
  readonly updateIssue: (
    number: number,
    change: Partial<IssueText> & { readonly state?: Issue["state"] },
  ) => Promise<Issue>;
}

export function issuesOf({ send, list }: Session): Issues {
  return {
    issues: async function* issues({ state = "open", labels = [], author } = {}) {
      const filter = {
        state,
        ...(labels.length === 0 ? {} : { labels: labels.join(",") }),
        ...(author === undefined ? {} : { creator: author }),
      };
      for await (const item of list("GET /repos/{owner}/{repo}/issues", filter)) {
        const shape = shapeOf(item, "issue");
        if (shape.maybe("pull_request") === undefined) yield issueOf(shape);
      }
    },
    createIssue: async (text) => {
      const { data } = await send("POST /repos/{owner}/{repo}/issues", { ...text });
      return issueOf(shapeOf(data, "issue"));
    },
    updateIssue: async (number, change) => {
      const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
      const { data } = await send(route, { issue_number: number, ...change });
      return issueOf(shapeOf(data, "issue"));
    },
  };
}

function issueOf(shape: Shape): Issue {
  return {
    number: shape.number("number"),
    state: shape.text("state") === "open" ? "open" : "closed",
    title: shape.text("title"),
    body: shape.textOrNull("body") ?? "",
    author: shape.maybe("user")?.text("login"),
    labels: shape.list("labels").map((label) => label.text("name")),
    url: shape.text("html_url"),
  };
}
