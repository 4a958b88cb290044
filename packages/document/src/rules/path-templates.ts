import { quote } from "../describe-value.ts";
import type { JsonValue } from "../json.ts";
import { isJsonObject, own } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import type { RuleContext } from "./rule.ts";

/** The names in a path template, or undefined where its braces do not pair. */
export function templateNames(path: string): readonly string[] | undefined {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  return /[{}]/.test(path.replaceAll(/\{[^{}]+\}/g, "")) ? undefined : names;
}

/** The paths of the document as they are written. */
export function pathsOf(root: JsonValue): readonly string[] {
  const paths = own(root, "paths");
  return isJsonObject(paths) ? Object.keys(paths).filter((path) => path.startsWith("/")) : [];
}

/** Templates are well formed, and no two of them match the same URLs (3.1 §4.8.8). */
export function checkPathTemplates({ root, report }: RuleContext): void {
  const shapes = new Map<string, string>();
  for (const path of pathsOf(root)) {
    const pointer = childPointer("/paths", path);
    const names = templateNames(path);
    const seen = new Set<string>();
    const twice = names?.find((name) => seen.size === seen.add(name).size);
    if (names === undefined || twice !== undefined) {
      report({
        code: "path-template",
        pointer,
        at: "key",
        message:
          twice === undefined
            ? "The braces of the path template do not pair"
            : `{${twice}} stands twice in the path template`,
        expected: "each parameter as {name}, once",
        received: quote(path),
      });
    }
    const shape = path.replaceAll(/\{[^{}]+\}/g, "{}");
    const known = shapes.get(shape);
    if (known === undefined) {
      shapes.set(shape, path);
      continue;
    }
    report({
      code: "path-conflict",
      pointer,
      at: "key",
      message: `The path matches the same URLs as ${quote(known)}`,
      expected: "paths that differ in more than parameter names",
      received: quote(path),
      related: { message: "the other path", pointer: childPointer("/paths", known), at: "key" },
    });
  }
}
