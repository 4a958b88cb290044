import type { JsonValue } from "../../src/json/json-value.ts";
import type { Bump } from "../../src/verdict/bump.ts";
import { equalities } from "./equalities.ts";
import { messageOf } from "./document.ts";
import { inclusions } from "./inclusions.ts";
import { restatements } from "./restatements.ts";
import { tightenings } from "./tightenings.ts";
import type { Components, Dialect, DocumentRow } from "./row.ts";

/** Where in the body of a message a schema stands. */
const places: readonly {
  readonly place: string;
  readonly wrap: (schema: JsonValue) => JsonValue;
  readonly components: (schema: JsonValue) => Components;
}[] = [
  { place: "the body", wrap: (schema) => schema, components: () => ({}) },
  {
    place: "items of a list",
    wrap: () => ({
      type: "object",
      required: ["list"],
      properties: { list: { type: "array", items: { $ref: "#/components/schemas/Item" } } },
    }),
    components: (schema) => ({ Item: schema }),
  },
];

interface Version {
  readonly schema: JsonValue;
  readonly components: Components;
}

interface Edit {
  readonly name: string;
  readonly from: Version;
  readonly to: Version;
  /** What the release needs where the schema describes a request, and a response. */
  readonly want: Readonly<Record<"request" | "response", Bump>>;
  readonly causes?: number;
}

/** Every pair of schemas as an edit of a request and of a response, at each place. */
function rowsOf(edit: Edit, dialect: Dialect): readonly DocumentRow[] {
  // One dialect has every place; the other differs in the schema itself.
  return (dialect === "3.1" ? places : places.slice(0, 1)).flatMap(({ place, wrap, components }) =>
    (["request", "response"] as const).map((position) => {
      const version = ({ schema, components: named }: Version) =>
        messageOf(position, wrap(schema), {
          dialect,
          components: { ...named, ...components(schema) },
        });
      return {
        name: `${edit.name}, in ${place} of a ${position} (${dialect})`,
        given: { base: version(edit.from), head: version(edit.to) },
        want: { bump: edit.want[position], causes: edit.causes ?? 1 },
      };
    }),
  );
}

function dialectsOf(row: { readonly dialect?: Dialect }): readonly Dialect[] {
  return row.dialect === undefined ? ["3.0", "3.1"] : [row.dialect];
}

/** Request: base ⊆ head. Response: head ⊆ base. */
export const inclusionRows: readonly DocumentRow[] = [...inclusions, ...tightenings].flatMap(
  (row) => {
    const less = { schema: row.less, components: row.components ?? {} };
    const more = { schema: row.more, components: row.components ?? {} };
    const causes = row.causes ?? 1;
    return dialectsOf(row).flatMap((dialect) => [
      ...rowsOf(
        {
          name: `${row.name}: less`,
          from: more,
          to: less,
          want: { request: "major", response: "minor" },
          causes,
        },
        dialect,
      ),
      ...rowsOf(
        {
          name: `${row.name}: more`,
          from: less,
          to: more,
          want: { request: "minor", response: "major" },
          causes,
        },
        dialect,
      ),
    ]);
  },
);

export const equalityRows: readonly DocumentRow[] = [...equalities, ...restatements].flatMap(
  (row) => {
    const one = { schema: row.one, components: row.components ?? {} };
    const other = { schema: row.other, components: row.otherComponents ?? row.components ?? {} };
    const want = { request: "none", response: "none" } as const;
    return dialectsOf(row).flatMap((dialect) => [
      ...rowsOf({ name: row.name, from: one, to: other, want }, dialect),
      ...rowsOf({ name: `${row.name}, undone`, from: other, to: one, want }, dialect),
    ]);
  },
);
