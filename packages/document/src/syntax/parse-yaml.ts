import type * as Yaml from "yaml";
import { loadModule } from "../load-module.ts";
import type { ParsedSource, Span, SyntaxLimits, SyntaxProblem } from "./parsed-source.ts";
import { broken, nothingThere, tooDeep } from "./parsed-source.ts";
import { spanOf, yamlToJson } from "./yaml-to-json.ts";

/** Reads YAML 1.2 with its core schema, as far as it has a JSON form (OpenAPI 3.1 §4.1). */
export function parseYaml(text: string, limits: SyntaxLimits): ParsedSource {
  const yaml: typeof Yaml = loadModule("yaml");
  const tree = yaml.parseDocument(text, {
    schema: "core",
    resolveKnownTags: false,
    merge: false,
    // Checked while converting: here it would compare each key with each other.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "warn",
  });
  const problems: SyntaxProblem[] = [];
  // One mistake can break several collections that it stands in; it is told once.
  const distinct = new Map(tree.errors.map((error) => [`${error.pos[0]} ${error.message}`, error]));
  for (const error of distinct.values()) problems.push(syntaxProblem(error, limits));
  const control = /[\0-\x08\v\f\x0E-\x1F]/.exec(text);
  if (control !== null) problems.push(controlCharacter(control[0], control.index));
  const exhausted = problems.filter(({ code }) => code === "nesting-too-deep");
  if (exhausted.length > 0) return broken(exhausted.slice(0, 1));
  if (tree.directives.yaml.explicit === true && tree.directives.yaml.version !== "1.2") {
    problems.push(otherYaml(tree.directives.yaml.version, text));
  }
  const { contents } = tree;
  if (contents === null) return broken(problems.length === 0 ? [nothingThere] : problems);
  const converted = yamlToJson(contents, yaml, limits);
  for (const problem of converted.problems) {
    problems.push({ ...problem, span: withoutBlanks(problem.span, text) });
  }
  const fatal = problems.some(({ code }) => code !== "integer-key");
  return {
    value: fatal ? undefined : converted.value,
    problems,
    locate: (tokens, at) =>
      withoutBlanks(locate(contents, converted.targets, yaml, tokens, at), text),
  };
}

/** A block ends where the next one begins; a person sees its end where its text ends. */
function withoutBlanks({ start, end }: Span, text: string): Span {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last -= 1;
  return { start, end: last };
}

function syntaxProblem(error: Yaml.YAMLParseError, limits: SyntaxLimits): SyntaxProblem {
  const [start, end] = error.pos;
  const span = { start, end: Math.max(end, start) };
  if (error.code === "RESOURCE_EXHAUSTION") return tooDeep(span, limits.maxDepth);
  if (error.code === "MULTIPLE_DOCS") {
    return {
      code: "several-documents",
      message: "The file holds more than one YAML document",
      span: { start, end: start },
      expected: "one document",
      received: "another one",
    };
  }
  const hint = hints.get(error.code);
  return {
    code: "syntax",
    message: error.message.replace(/[.:]\s*$/, ""),
    span,
    expected: "YAML 1.2",
    ...(hint === undefined ? {} : { hint }),
  };
}

/** The parser lets them pass, the specification does not (YAML 1.2 §5.1), and JSON neither. */
function controlCharacter(character: string, start: number): SyntaxProblem {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
  return {
    code: "syntax",
    message: `A control character, U+00${code}, stands in the text`,
    span: { start, end: start + 1 },
    expected: "characters that can be printed",
    received: `U+00${code}`,
    hint: `Remove it, or write \\x${code} in double quotes`,
  };
}

/** What to do about the mistakes that are made most. */
const hints: ReadonlyMap<Yaml.ErrorCode, string> = new Map([
  ["TAB_AS_INDENT", "Indent by blanks"],
  ["MISSING_CHAR", "Close the quotes or brackets that were opened further up"],
  ["BLOCK_AS_IMPLICIT_KEY", "Put quotes around a text that holds a colon and a blank"],
  ["BAD_INDENT", "Begin all keys of one object in the same column"],
  ["BAD_SCALAR_START", "Put quotes around a text that begins with this character"],
  ["MULTILINE_IMPLICIT_KEY", "Is the colon after a key missing, or the indentation wrong?"],
  ["BAD_DQ_ESCAPE", "Write a backslash twice, or use single quotes"],
] as const);

function otherYaml(version: string, text: string): SyntaxProblem {
  const start = Math.max(0, text.indexOf("%YAML"));
  return {
    code: "syntax",
    message: `The file says it is YAML ${version}`,
    span: { start, end: start + "%YAML".length },
    expected: "YAML 1.2",
    received: `YAML ${version}`,
    hint: "Remove the %YAML line; mind that YAML 1.1 reads yes, no, on and off as booleans",
  };
}

function locate(
  root: Yaml.Node,
  targets: ReadonlyMap<Yaml.Node, Yaml.Node>,
  yaml: typeof Yaml,
  tokens: readonly string[],
  at: "key" | "value",
): Span {
  let span = spanOf(root, { start: 0, end: 0 });
  let keySpan = span;
  let node: Yaml.Node | undefined = root;
  for (const token of tokens) {
    const container: Yaml.Node | undefined = node && (targets.get(node) ?? node);
    let child: unknown;
    if (yaml.isMap(container)) {
      const pair = container.items.find(({ key }) => yaml.isScalar(key) && keyText(key) === token);
      if (pair === undefined) break;
      keySpan = spanOf(yaml.isNode(pair.key) ? pair.key : null, span);
      child = pair.value;
      span = spanOf(yaml.isNode(child) ? child : null, keySpan);
    } else if (yaml.isSeq(container)) {
      if (!Object.hasOwn(container.items, token)) break;
      child = container.items[Number(token)];
      span = spanOf(yaml.isNode(child) ? child : null, span);
      keySpan = span;
    } else {
      break;
    }
    node = yaml.isNode(child) ? child : undefined;
  }
  return at === "key" ? keySpan : span;
}

function keyText(key: Yaml.Scalar): string | undefined {
  return typeof key.value === "string" ? key.value : key.source;
}
