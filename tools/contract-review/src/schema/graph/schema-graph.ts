import { isJsonObject, type JsonObject, type JsonValue } from "../../json/json-value.ts";
import { valueAt } from "../../json/pointer.ts";
import type { Reading } from "../gap.ts";
import { resolveReference } from "../resolve-reference.ts";
import type { Located, SchemaSource } from "../schema-source.ts";
import { dialectKeywords } from "./dialect-keywords.ts";
import { locationFacts, type LocationFacts } from "./location-facts.ts";
import type { PlainSchema } from "./plain-schema.ts";
import { plainSchema } from "./plain.ts";

/**
 * How closely a schema is read. `open` is literal; `outer` also closes the instance location that
 * the schema describes; `inner` leaves that to an `outer` schema around it and closes only below;
 * so does `loose`, where no schema around it declares a property whatever the instance is.
 */
export type Mode = "open" | "inner" | "loose" | "outer";

/** One instance location: the schema that describes it alone, and what all schemas there say. */
export interface Location {
  readonly pointer: string;
  readonly facts: LocationFacts;
  /** Properties that several schemas of this location describe. */
  readonly shared: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
}

export interface Entry {
  readonly key: string;
  readonly located: Located;
  readonly mode: Mode;
  readonly location: Location;
}

/** The schemas that one source reaches, in plain form, each made when it is first asked for. */
export class SchemaGraph {
  readonly source: SchemaSource;
  readonly reading: Reading;
  readonly closed: boolean;
  readonly #entries = new Map<string, Entry>();
  readonly #plain = new Map<string, PlainSchema>();
  readonly #locations = new Map<string, Location>();

  constructor(source: SchemaSource, reading: Reading, closed: boolean) {
    this.source = source;
    this.reading = reading;
    this.closed = closed;
  }

  /** The key of the schema at a pointer of the document, read as the graph reads. */
  at(pointer: string): string {
    const value = valueAt(this.source.root, pointer) ?? true;
    return this.place({ value, pointer }, this.closed ? "outer" : "open");
  }

  /** The key of a schema that describes an instance location of its own. */
  place(located: Located, mode: Mode): string {
    const there = this.#chase(located);
    return this.#register(there, mode, this.location(there));
  }

  /** The key of a schema that applies in place, at a location known already. */
  within(located: Located, mode: Mode, location: Location): string {
    return this.#register(this.#chase(located), mode, location);
  }

  /** Names a schema that stands nowhere in the document. */
  define(schema: PlainSchema): string {
    if (!this.#plain.has(schema.key)) this.#plain.set(schema.key, schema);
    return schema.key;
  }

  schema(key: string): PlainSchema {
    const known = this.#plain.get(key);
    if (known !== undefined) return known;
    const entry = this.#entries.get(key);
    if (entry === undefined) throw new Error(`No schema has the key ${key}.`);
    const made = plainSchema(this, entry);
    this.#plain.set(key, made);
    return made;
  }

  entry(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  location(located: Located): Location {
    const known = this.#locations.get(located.pointer);
    if (known !== undefined) return known;
    const facts = locationFacts(this.source, located, this.reading.direction);
    const shared = [...facts.definers].filter(([, all]) => all.length > 1).map(([name]) => name);
    const made = {
      pointer: located.pointer,
      facts,
      shared: new Set(shared),
      hidden: new Set(facts.hidden),
    };
    this.#locations.set(located.pointer, made);
    return made;
  }

  #register(located: Located, mode: Mode, location: Location): string {
    // A schema used at two locations is one schema, unless a location adds something of its own.
    const own = location.pointer !== located.pointer && isParticular(location, mode);
    const key = `${mode}:${located.pointer}${own ? `@${location.pointer}` : ""}`;
    if (!this.#entries.has(key)) this.#entries.set(key, { key, located, mode, location });
    return key;
  }

  /** A bare reference is what it refers to. */
  #chase(located: Located): Located {
    const seen = new Set<string>();
    let at = located;
    while (isJsonObject(at.value) && !seen.has(at.pointer)) {
      seen.add(at.pointer);
      const reference = soleReference(dialectKeywords(at.value, this.source.dialect));
      const target =
        reference === undefined ? undefined : resolveReference(this.source, reference, at.pointer);
      if (target === undefined) return at;
      at = target;
    }
    return at;
  }
}

function isParticular(location: Location, mode: Mode): boolean {
  if (location.hidden.size > 0) return true;
  const { facts } = location;
  return (
    mode !== "open" &&
    (location.shared.size > 0 || facts.patterns || facts.propertyOwners > 1 || facts.itemOwners > 1)
  );
}

function soleReference(keywords: JsonObject): string | undefined {
  const reference: JsonValue | undefined = keywords["$ref"];
  return typeof reference === "string" && Object.keys(keywords).length === 1
    ? reference
    : undefined;
}
