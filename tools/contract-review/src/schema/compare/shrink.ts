import { isJsonArray, isJsonObject, type JsonValue } from "../../json/json-value.ts";

const maxTests = 300;

/** Leaves out every property and item that `stillTells` does not need, the largest first. */
export function shrink(value: JsonValue, stillTells: (value: JsonValue) => boolean): JsonValue {
  let tests = 0;
  let smallest = value;
  for (let shrunk = true; shrunk;) {
    shrunk = false;
    for (const candidate of smaller(smallest)) {
      tests += 1;
      if (tests > maxTests) return smallest;
      if (stillTells(candidate)) {
        smallest = candidate;
        shrunk = true;
        break;
      }
    }
  }
  return smallest;
}

/** The value with one property or item less, here or somewhere inside. */
function* smaller(value: JsonValue): Generator<JsonValue, void, void> {
  if (isJsonArray(value)) {
    for (let index = value.length - 1; index >= 0; index -= 1) yield value.toSpliced(index, 1);
    for (const [index, item] of value.entries()) {
      for (const less of smaller(item)) yield value.with(index, less);
    }
  } else if (isJsonObject(value)) {
    const members = Object.entries(value);
    for (const [name] of members) {
      yield Object.fromEntries(members.filter(([other]) => other !== name));
    }
    for (const [name, inner] of members) {
      for (const less of smaller(inner)) {
        yield Object.fromEntries(
          members.map((member) => (member[0] === name ? [name, less] : member)),
        );
      }
    }
  }
}
