import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonObject } from "../json.ts";
import type { Located } from "../openapi-document.ts";
import type { ObjectName } from "./shape.ts";

/** The objects of a document that were found so far, by kind and by place. */
export interface FoundObjects {
  /** @returns Whether it was not known at this place. */
  readonly add: (name: ObjectName, value: JsonObject, pointer: string) => boolean;
  readonly kindAt: (value: JsonValue | undefined, pointer: string) => ObjectName | undefined;
  /** Each object once. */
  readonly of: (name: ObjectName) => readonly Located<JsonObject>[];
}

/** Through a YAML alias one object stands at several places. */
interface Place extends Located<JsonObject> {
  readonly name: ObjectName;
  readonly other: Place | undefined;
}

/**
 * Objects are looked up by themselves, since a map of pointers would have to read each pointer to
 * its end.
 */
export function createFoundObjects(): FoundObjects {
  const byKind = new Map<ObjectName, Located<JsonObject>[]>();
  const places = new Map<JsonObject, Place>();
  return {
    add: (name, value, pointer) => {
      const other = places.get(value);
      if (placeAt(other, pointer) !== undefined) return false;
      const place: Place = { value, pointer, name, other };
      places.set(value, place);
      const known = byKind.get(name);
      if (known === undefined) byKind.set(name, [place]);
      else known.push(place);
      return true;
    },
    kindAt: (value, pointer) =>
      isJsonObject(value) ? placeAt(places.get(value), pointer)?.name : undefined,
    of: (name) => byKind.get(name) ?? [],
  };
}

function placeAt(first: Place | undefined, pointer: string): Place | undefined {
  for (let place = first; place !== undefined; place = place.other) {
    if (place.pointer === pointer) return place;
  }
  return undefined;
}
