import { canonicalJson } from "../../json/canonical-json.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../../json/json-value.ts";
import { atom, no, or, type Formula, type Literal } from "../formula/formula.ts";
import type { Literals } from "../formula/literals.ts";
import { absent } from "../formula/presence.ts";
import { typeOf } from "../formula/values.ts";

/** The literal that one value satisfies, and no other. */
function constant(literals: Literals, value: JsonValue): Literal {
  const key = canonicalJson(value);
  return literals.make(`const:${key}`, (type) =>
    typeOf(value) === type
      ? atom({ kind: "values", values: new Map([[key, value]]), negated: false })
      : no,
  );
}

/** What every other array or object has: another size, or another value somewhere inside. */
export function differs(literals: Literals, value: JsonValue): Formula {
  if (isJsonArray(value)) {
    return or(
      [
        atom({ kind: "size", side: "max", value: value.length - 1 }),
        atom({ kind: "size", side: "min", value: value.length + 1 }),
        ...value.map((item, index) =>
          atom({
            kind: "some-item",
            from: index,
            to: index + 1,
            literal: -constant(literals, item),
          }),
        ),
      ],
      "enum",
    );
  }
  if (!isJsonObject(value)) return no;
  const names = new Set(Object.keys(value));
  const rest = { kind: "rest", names, patterns: [] } as const;
  return or(
    [
      atom({ kind: "some-property", names: rest, literal: 1 }),
      ...[...names].flatMap((name) => [
        absent(name),
        atom({
          kind: "some-property",
          names: { kind: "one", name },
          literal: -constant(literals, value[name] ?? null),
        }),
      ]),
    ],
    "enum",
  );
}
