import { h } from "../text/h.ts";
import type { Element } from "hast";
import type { Operation, Reference } from "../reference/reference.ts";
import { badges } from "./badge.ts";
import { prose } from "./prose.ts";

/** How a caller says who it is. */
export function authenticationSection({ schemes }: Reference): readonly Element[] {
  if (schemes.length === 0) return [];
  return [
    h("section", [
      h("h2#authentication", "Authentication"),
      h(
        "dl.schemes",
        schemes.map(({ name, title, description, assumed }) =>
          h("div", [
            h("dt", { id: schemeId(name) }, title, badges({ assumed })),
            h("dd", [h("p", h("code", name)), ...prose(description)]),
          ]),
        ),
      ),
    ]),
  ];
}

/** Which of them an operation takes: all of one alternative. */
export function securityLine(operation: Operation, { schemes }: Reference): Element {
  if (operation.security.length === 0) return h("p.security", "No authentication.");
  const alternatives = operation.security.map((names) =>
    names.length === 0
      ? ["none"]
      : names.flatMap((name, index) => {
          const title = schemes.find((scheme) => scheme.name === name)?.title ?? name;
          const link = h("a", { href: `#${schemeId(name)}` }, title);
          return index === 0 ? [link] : [" and ", link];
        }),
  );
  const joined = alternatives.flatMap((one, index) => (index === 0 ? one : [" or ", ...one]));
  return h("p.security", "Authentication: ", joined, ".");
}

function schemeId(name: string): string {
  return `scheme-${name.replaceAll(/[^\w-]/g, "-")}`;
}
