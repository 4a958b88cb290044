import type * as Yaml from "yaml";
import type { JsonValue } from "../json.ts";
import { setOwn } from "../json.ts";
import type { Span, SyntaxLimits, SyntaxProblem } from "./parsed-source.ts";
import { duplicateKey, loneSurrogate, tooDeep } from "./parsed-source.ts";

/** A YAML tree as JSON, and the node that each alias stands for. */
export interface Conversion {
  readonly value: JsonValue;
  readonly problems: readonly SyntaxProblem[];
  readonly targets: ReadonlyMap<Yaml.Node, Yaml.Node>;
}

interface Anchor {
  readonly node: Yaml.Node;
  /** Undefined while the node itself is being converted. */
  readonly converted: Converted | undefined;
}

interface Converted {
  readonly value: JsonValue;
  /** How many values this is with every alias written out. */
  readonly size: number;
  /** How many levels of objects and arrays. */
  readonly height: number;
}

const jsonTags = new Set(["str", "int", "float", "bool", "null", "map", "seq"].map(coreTag));

function coreTag(name: string): string {
  return `tag:yaml.org,2002:${name}`;
}

/** The span of a node; a key or value that is left out has none of its own. */
export function spanOf(node: Yaml.Node | null | undefined, fallback: Span): Span {
  const range = node?.range;
  return range === undefined || range === null ? fallback : { start: range[0], end: range[1] };
}

/**
 * Turns a YAML tree into JSON values in one walk. An alias shares the value of its anchor, so that
 * a few lines of aliases cannot fill the memory; what they would be written out is counted.
 */
export function yamlToJson(root: Yaml.Node, yaml: typeof Yaml, limits: SyntaxLimits): Conversion {
  const problems: SyntaxProblem[] = [];
  const targets = new Map<Yaml.Node, Yaml.Node>();
  const anchors = new Map<string, Anchor>();
  let aliasValues = 0;
  let stopped = false;

  const stop = (problem: SyntaxProblem): Converted => {
    if (!stopped) problems.push(problem);
    stopped = true;
    return nothing;
  };

  const convert = (node: Yaml.Node | null, parent: Span, depth: number): Converted => {
    if (node === null || stopped) return nothing;
    const span = spanOf(node, parent);
    if (yaml.isAlias(node)) return convertAlias(node, span, depth);
    const tag: string | undefined = node.tag;
    if (tag !== undefined && tag !== "!" && !jsonTags.has(tag)) {
      problems.push(notJson(span, `a value tagged ${tag}`));
      return nothing;
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, { node, converted: undefined });
    let converted = nothing;
    if (yaml.isScalar(node)) converted = convertScalar(node, span);
    else if (depth >= limits.maxDepth) return stop(tooDeep(span, limits.maxDepth));
    else if (yaml.isSeq(node)) converted = convertSeq(node, span, depth);
    else if (yaml.isMap(node)) converted = convertMap(node, span, depth);
    // The same name may have been given again inside: the later one counts (YAML 1.2 §7.1).
    if (node.anchor !== undefined && anchors.get(node.anchor)?.node === node) {
      anchors.set(node.anchor, { node, converted });
    }
    return converted;
  };

  const convertAlias = (node: Yaml.Alias, span: Span, depth: number): Converted => {
    const anchor = anchors.get(node.source);
    if (anchor === undefined) {
      problems.push({
        code: "syntax",
        message: `No anchor named ${JSON.stringify(node.source)} stands before this alias`,
        span,
        expected: "the name of an anchor further up",
      });
      return nothing;
    }
    if (anchor.converted === undefined) {
      return stop({
        code: "alias-expansion",
        message: "This alias stands inside the value it refers to",
        span,
        expected: "an alias after its value",
        hint: "Use $ref for a recursive schema",
        related: { message: "the value begins here", span: spanOf(anchor.node, span) },
      });
    }
    targets.set(node, anchor.node);
    aliasValues += anchor.converted.size;
    if (aliasValues > limits.maxAliasValues) {
      return stop({
        code: "alias-expansion",
        message: "Aliases multiply the document",
        span,
        expected: `at most ${limits.maxAliasValues} values from aliases`,
        received: "more",
      });
    }
    if (depth + anchor.converted.height > limits.maxDepth) {
      return stop(tooDeep(span, limits.maxDepth));
    }
    return anchor.converted;
  };

  const convertScalar = (node: Yaml.Scalar, span: Span): Converted => {
    const { value } = node;
    if (typeof value === "string") {
      if (!value.isWellFormed()) problems.push(loneSurrogate(span));
      return { value, size: 1, height: 0 };
    }
    if (value === null || typeof value === "boolean") return { value, size: 1, height: 0 };
    if (typeof value === "number" && Number.isFinite(value)) return { value, size: 1, height: 0 };
    problems.push(notJson(span, node.source ?? "another value"));
    return nothing;
  };

  const convertSeq = (node: Yaml.YAMLSeq, span: Span, depth: number): Converted => {
    const items: JsonValue[] = [];
    let size = 1;
    let height = 0;
    for (const item of node.items) {
      const converted = convert(yaml.isNode(item) ? item : null, span, depth + 1);
      items.push(converted.value);
      size += converted.size;
      height = Math.max(height, converted.height);
    }
    return { value: items, size, height: height + 1 };
  };

  const convertMap = (node: Yaml.YAMLMap, span: Span, depth: number): Converted => {
    const members: { [name: string]: JsonValue } = {};
    const seen = new Map<string, Span>();
    let size = 1;
    let height = 0;
    for (const { key, value } of node.items) {
      const keySpan = spanOf(yaml.isNode(key) ? key : null, span);
      const name = keyName(key, keySpan);
      const converted = convert(yaml.isNode(value) ? value : null, keySpan, depth + 1);
      size += converted.size;
      height = Math.max(height, converted.height);
      if (name === undefined) continue;
      const first = seen.get(name);
      if (first !== undefined) problems.push(duplicateKey(name, keySpan, first));
      else seen.set(name, keySpan);
      setOwn(members, name, converted.value);
    }
    return { value: members, size, height: height + 1 };
  };

  const keyName = (key: unknown, span: Span): string | undefined => {
    if (yaml.isScalar(key)) {
      if (key.value === "<<" && key.type === "PLAIN") {
        problems.push(mergeKey(span));
        return undefined;
      }
      if (typeof key.value === "string") {
        if (!key.value.isWellFormed()) problems.push(loneSurrogate(span));
        return key.value;
      }
      if (Number.isSafeInteger(key.value) && String(key.value) === key.source) {
        problems.push(integerKey(key.source, span));
        return key.source;
      }
    }
    problems.push(keyNotString(span));
    return undefined;
  };

  const { value } = convert(root, { start: 0, end: 0 }, 0);
  return { value, problems, targets };
}

const nothing: Converted = { value: null, size: 1, height: 0 };

function notJson(span: Span, received: string): SyntaxProblem {
  return {
    code: "not-json",
    message: "This value has no JSON form",
    span,
    expected: "a string, a finite number, a boolean, null, an object or an array",
    received,
  };
}

function mergeKey(span: Span): SyntaxProblem {
  return {
    code: "merge-key",
    message: "Merge keys are no part of YAML 1.2",
    span,
    expected: "a string as key",
    received: "<<",
  };
}

function keyNotString(span: Span): SyntaxProblem {
  return {
    code: "key-not-string",
    message: "This key is no string",
    span,
    expected: "a string as key",
  };
}

function integerKey(source: string, span: Span): SyntaxProblem {
  return {
    code: "integer-key",
    message: `Key ${source} is a number and is read as a string`,
    span,
    expected: `"${source}"`,
    received: source,
  };
}
