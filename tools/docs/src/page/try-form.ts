import { h } from "../text/h.ts";
import type { Element } from "hast";
import type { Operation, Parameter, Reference, Scheme } from "../reference/reference.ts";

/** How to get a page with a mock behind it; shown where there is none. */
const command = "pnpm run docs";

/**
 * A form that sends the operation to the mock. Requests go below `base`, relative to the page;
 * without it there is no mock, and the page says so instead of showing a form that fails.
 */
export function tryForm(
  operation: Operation,
  { schemes }: Reference,
  id: string,
  base: string | undefined,
): Element {
  const heading = h("h4", { id: `${id}-try` }, "Try it");
  if (base === undefined) {
    const why = h("p", [
      "This copy of the page has no mock behind it. In the repository, ",
      h("code", command),
      " serves one that has, and this becomes a form.",
    ]);
    return h("section.try", heading, why);
  }
  const fields = [
    ...sendable(operation).map((parameter, index) => parameterField(parameter, `${id}-${index}`)),
    ...credentialFields(operation, schemes, id),
    ...bodyField(operation, id),
  ];
  return h("section.try", [
    heading,
    h("p", "Sends the request to a mock on this machine, never to the real service."),
    ...(sendable(operation).length < operation.parameters.length
      ? [h("p", "Cookies are not sent: a page may not set them.")]
      : []),
    h("noscript", h("p", "The form needs JavaScript; everything else here does not.")),
    h(
      "form",
      {
        dataMethod: operation.method,
        dataPath: operation.path,
        dataBase: base,
        ariaLabel: `Try ${operation.title} (${operation.method} ${operation.path})`,
        hidden: true,
      },
      [
        h("div.fields", fields),
        h("button", { type: "submit" }, "Send request"),
        h("p.outcome", { role: "status" }),
        h("div.answer"),
      ],
    ),
  ]);
}

/** A page may not set cookies of its requests (Fetch §2.2.2, forbidden request-header). */
function sendable({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter((parameter) => parameter.in !== "cookie");
}

function parameterField(parameter: Parameter, id: string): Element {
  const { name, required, shape, example } = parameter;
  const limits = Object.fromEntries(
    shape.constraints.flatMap(({ words, code }) =>
      words === "pattern" && isHtmlPattern(code) ? [["pattern", code]] : [],
    ),
  );
  return field(id, `${name} (${parameter.in})`, {
    ...limits,
    required,
    dataIn: parameter.in,
    name,
    value: required ? text(example) : "",
  });
}

/** The browser reads `pattern` with the flag `v`, and anchors it by itself (HTML §4.10.5.3.6). */
function isHtmlPattern(pattern: string | undefined): boolean {
  if (pattern === undefined) return false;
  try {
    return new RegExp(pattern, "v").source !== "";
  } catch {
    return false;
  }
}

/** Values that the mock lets in; they are nobody's. */
const placeholder = {
  username: `AC${"0".repeat(32)}`,
  password: "any-password",
  token: "any-token",
} as const;

function credentialFields(
  { security }: Operation,
  schemes: readonly Scheme[],
  id: string,
): readonly Element[] {
  const names = security[0] ?? [];
  return names.flatMap((name, index) => {
    const scheme = schemes.find((each) => each.name === name);
    const key = `${id}-credential-${String(index)}`;
    switch (scheme?.kind) {
      case "basic":
        return [
          credential(`${key}-name`, "User name", "username", placeholder.username),
          credential(`${key}-password`, "Password", "password", placeholder.password),
        ];
      case "bearer":
        return [credential(key, "Token", "token", placeholder.token)];
      case "api-key":
        if (scheme.place?.in === "cookie") return [];
        return [
          field(key, `${scheme.place?.name ?? ""} (${scheme.place?.in ?? ""})`, {
            name: scheme.place?.name,
            dataIn: scheme.place?.in,
            value: placeholder.token,
          }),
        ];
      case "other":
      case undefined:
        return [];
    }
  });
}

function credential(id: string, label: string, kind: string, value: string): Element {
  return field(id, label, { name: kind, dataCredential: kind, value });
}

function field(id: string, label: string, properties: Readonly<Record<string, unknown>>): Element {
  const input = h("input", { id, type: "text", autoComplete: "off", spellCheck: "false" });
  const shown = Object.entries(properties).filter(([, value]) => value !== undefined);
  Object.assign(input.properties, Object.fromEntries(shown));
  return h("div.field", h("label", { htmlFor: id }, label), input);
}

function bodyField({ body }: Operation, id: string): readonly Element[] {
  const [content] = body?.content ?? [];
  if (content === undefined) return [];
  const example = content.examples[0]?.value ?? null;
  const shown = typeof example === "string" ? example : JSON.stringify(example, null, 2);
  return [
    h("div.field", [
      h("label", { htmlFor: `${id}-body` }, `Body (${content.mediaType})`),
      h(
        "textarea",
        { id: `${id}-body`, name: "body", rows: 8, dataMediaType: content.mediaType },
        shown,
      ),
    ]),
  ];
}

function text(value: Parameter["example"]): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
