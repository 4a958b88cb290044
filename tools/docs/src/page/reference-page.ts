import { h } from "../text/h.ts";
import GithubSlugger from "github-slugger";
import type { Element } from "hast";
import type { Operation, Reference } from "../reference/reference.ts";
import { authenticationSection } from "./authentication-section.ts";
import { badge } from "./badge.ts";
import type { ContentsEntry, Page } from "./layout.ts";
import { operationSection } from "./operation-section.ts";
import { parameterPlaces } from "./parameter-section.ts";
import { prose } from "./prose.ts";

export interface ReferencePageOptions {
  /** Name of the document's copy beside the page. */
  readonly documentFile: string;
  /** Where the mock listens, relative to the page; undefined where there is none. */
  readonly mockBase: string | undefined;
}

/** The page that tells all of the document. */
export function referencePage(reference: Reference, options: ReferencePageOptions): Page {
  const { title, summary, groups } = reference;
  const slugger = new GithubSlugger();
  const identified = groups.map((group) => ({
    ...group,
    id: slugger.slug(`tag-${group.tag ?? "other"}`),
    operations: group.operations.map((operation) => ({
      operation,
      id: slugger.slug(`operation-${operation.name}`),
    })),
  }));
  return {
    file: "index.html",
    site: title,
    title,
    description: summary ?? title,
    scripts: options.mockBase === undefined ? [] : ["try-it.js"],
    contents: [
      { id: "overview", title: "Overview" },
      ...(reference.schemes.length === 0
        ? []
        : [{ id: "authentication", title: "Authentication" }]),
      ...identified.map(({ id, tag, operations }) => ({
        id,
        title: tag ?? "Operations",
        inside: operations.map(operationEntry),
      })),
    ],
    main: [
      h("h1", title),
      overview(reference, options.documentFile),
      ...authenticationSection(reference),
      ...identified.map(({ tag, description, id, operations }) =>
        h("section.group", [
          h("h2", { id }, tag ?? "Operations"),
          ...(isSaidBelow(description, operations) ? [] : prose(description)),
          ...operations.map((each) =>
            operationSection(each.operation, reference, each.id, options.mockBase),
          ),
        ]),
      ),
    ],
  };
}

interface Identified {
  readonly operation: Operation;
  readonly id: string;
}

/** Many a document describes a tag and its only path in the same words. */
function isSaidBelow(description: string | undefined, operations: readonly Identified[]): boolean {
  return operations.every(({ operation }) => operation.pathDescription === description);
}

function operationEntry({ operation, id }: Identified): ContentsEntry {
  const { responses, parameters, body } = operation;
  return {
    id,
    title: operation.title,
    method: operation.method,
    inside: [
      ...parameterPlaces
        .filter(({ place }) => parameters.some((parameter) => parameter.in === place))
        .map(({ place, heading }) => ({ id: `${id}-${place}`, title: heading })),
      ...(body === undefined ? [] : [{ id: `${id}-body-section`, title: "Body" }]),
      ...(responses.length === 0 ? [] : [{ id: `${id}-responses`, title: "Responses" }]),
      { id: `${id}-examples`, title: "Examples" },
      { id: `${id}-try`, title: "Try it" },
    ],
  };
}

function overview(reference: Reference, documentFile: string): Element {
  const { summary, description, version, openapi, license, servers } = reference;
  const facts: readonly (readonly [term: string, value: readonly (Element | string)[]])[] = [
    ["Version", [version]],
    ...servers.map(
      ({ url, description: about }) =>
        ["Server", [h("code", url), about === undefined ? "" : ` ${about}`]] as const,
    ),
    ["Document", [h("a", { href: documentFile }, documentFile), ` (OpenAPI ${openapi})`]],
    ...(license === undefined ? [] : [["Licence", [license]] as const]),
  ];
  const assumed = h("p.note", [
    badge("assumed"),
    " marks what the provider's own page does not say and nobody here has confirmed against the live service.",
  ]);
  return h("section.overview", [
    h("h2#overview", "Overview"),
    ...(summary === undefined ? [] : [h("p.summary", summary)]),
    ...prose(description),
    h(
      "dl.overview-facts",
      facts.map(([term, value]) => h("div", h("dt", term), h("dd", value))),
    ),
    ...(reference.assumes ? [assumed] : []),
  ]);
}
