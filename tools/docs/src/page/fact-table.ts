import { h, type Content } from "../text/h.ts";
import type { Element } from "hast";
import { breakable } from "./breakable.ts";

/** A row: what it is called, its type, and all that is to be said. */
export interface FactRow {
  readonly name: string;
  readonly badges: readonly Content[];
  readonly type: string;
  readonly about: readonly Content[];
}

/** Names, types and descriptions in a table that a screen reader can walk by row and column. */
export function factTable(caption: string, rows: readonly FactRow[]): Element {
  return h("table.facts", [
    h("caption", caption),
    h(
      "thead",
      h(
        "tr",
        ["Name", "Type", "Description"].map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    h(
      "tbody",
      rows.map(({ name, badges, type, about }) =>
        h("tr", [
          h("th", { scope: "row" }, h("code", breakable(name)), badges),
          h("td.type", h("code", type)),
          h("td", about),
        ]),
      ),
    ),
  ]);
}
