import { quote } from "../describe-value.ts";
import type { JsonObject } from "../json.ts";
import { isJsonArray, isJsonObject, own } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import { didYouMean } from "../nearest.ts";
import type { RuleContext } from "./rule.ts";

/** Keywords whose schemas apply to the same instance as the schema they stand in. */
const inPlace = /^(.*)\/(?:(?:allOf|anyOf|oneOf)\/\d+|if|then|else|not|dependentSchemas\/[^/]*)$/s;

/** Schemas looked at in all; a chain of compositions costs its square, and an author has no 1,000. */
const budget = 1_000_000;

/** What a schema and all that apply with it say of properties. */
interface Composition {
  readonly declared: ReadonlySet<string>;
  /** `additionalProperties` or the like allow more in words; or a part is not known. */
  readonly open: boolean;
  readonly closed: boolean;
}

/**
 * A name in `required` that no schema of the composition declares is most likely mistyped, and a
 * generator would leave the property out. An error where the composition declares properties; a
 * warning where it declares none, or allows others in words.
 */
export function checkRequiredProperties(context: RuleContext): void {
  const compose = createComposer(context);
  for (const { value, pointer } of context.survey.of("Schema")) {
    const required = own(value, "required");
    if (!isJsonArray(required)) continue;
    const declaredHere = own(value, "properties");
    for (const [index, name] of required.entries()) {
      if (typeof name !== "string" || own(declaredHere, name) !== undefined) continue;
      const compositions = compose(pointer);
      if (compositions.some(({ declared }) => declared.has(name))) continue;
      const names = compositions.flatMap(({ declared }) => [...declared]);
      const open = compositions.some((composition) => composition.open);
      const closed = compositions.some((composition) => composition.closed);
      const sure = closed || (!open && names.length > 0);
      context.report({
        code: sure ? "required-undeclared" : "required-unlisted",
        pointer: childPointer(`${pointer}/required`, index),
        message: `The required property ${quote(name)} is not declared`,
        expected: names.length === 0 ? "a schema for it in properties" : `one of ${listOf(names)}`,
        received: quote(name),
        hint: didYouMean(name, names, "Declare it in properties, or remove it from required"),
      });
    }
  }
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(", ");
  return names.length > 10 ? `${shown}, …` : shown;
}

/** Finds what a schema is composed into: the schemas around it, and those that refer to these. */
function createComposer({
  survey,
  version,
}: RuleContext): (pointer: string) => readonly Composition[] {
  const schemas = new Map(survey.of("Schema").map(({ value, pointer }) => [pointer, value]));
  const outermost = (pointer: string): string => {
    const around = inPlace.exec(pointer)?.[1];
    return around !== undefined && schemas.has(around) ? outermost(around) : pointer;
  };
  const users = new Map<string, string[]>();
  for (const [holder, target] of survey.references) {
    const user = outermost(holder);
    // Beside $ref other keywords count only since 3.1.
    if (!schemas.has(holder) || (user === holder && version === "3.0")) continue;
    users.set(target, [...(users.get(target) ?? []), user].slice(0, 100));
  }

  let left = budget;
  const known = new Map<string, Composition>();
  const collect = (top: string): Composition => {
    const before = known.get(top);
    if (before !== undefined) return before;
    const declared = new Set<string>();
    let open = false;
    let closed = false;
    const seen = new Set<string>();
    const queue = [top];
    for (let pointer = queue.pop(); pointer !== undefined; pointer = queue.pop()) {
      const schema = schemas.get(pointer);
      if (seen.has(pointer)) continue;
      seen.add(pointer);
      left -= 1;
      if (schema === undefined || left < 0) {
        open = true;
        continue;
      }
      const properties = own(schema, "properties");
      for (const name of Object.keys(isJsonObject(properties) ? properties : {}))
        declared.add(name);
      const says = openness(schema);
      open ||= says === "open";
      closed ||= says === "closed";
      queue.push(...parts(schema, pointer));
      const target = survey.references.get(pointer);
      if (target !== undefined) queue.push(target);
    }
    const composition = { declared, open, closed };
    known.set(top, composition);
    return composition;
  };
  return (pointer) => {
    const top = outermost(pointer);
    return [top, ...(users.get(top) ?? [])].map(collect);
  };
}

function openness(schema: JsonObject): "open" | "closed" | undefined {
  const keywords = ["additionalProperties", "unevaluatedProperties"];
  const others = keywords
    .map((keyword) => own(schema, keyword))
    .filter((value) => value !== undefined);
  if (own(schema, "patternProperties") !== undefined) return "open";
  if (others.some((value) => value !== false)) return "open";
  return others.length > 0 ? "closed" : undefined;
}

function parts(schema: JsonObject, pointer: string): readonly string[] {
  const single = ["if", "then", "else", "not"]
    .filter((keyword) => isJsonObject(own(schema, keyword)))
    .map((keyword) => childPointer(pointer, keyword));
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const list = own(schema, keyword);
    return isJsonArray(list)
      ? [...list.keys()].map((index) => childPointer(`${pointer}/${keyword}`, index))
      : [];
  });
  const dependent = own(schema, "dependentSchemas");
  const named = Object.keys(isJsonObject(dependent) ? dependent : {}).map((name) =>
    childPointer(`${pointer}/dependentSchemas`, name),
  );
  return [...single, ...lists, ...named];
}
