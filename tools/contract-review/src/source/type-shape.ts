import ts from "typescript";
import { baseFolder } from "./compiler.ts";

/** What a consumer can do with a type. */
export type TypeShape =
  | { readonly kind: "scalar"; readonly text: string; readonly literals: readonly string[] }
  | { readonly kind: "object"; readonly type: ts.Type; readonly members: readonly Member[] }
  | { readonly kind: "array"; readonly item: ts.Type }
  | { readonly kind: "map"; readonly value: ts.Type }
  | { readonly kind: "opaque" }
  | { readonly kind: "nothing" };

export interface Member {
  readonly name: string;
  readonly type: ts.Type;
  readonly isOptional: boolean;
}

const SCALAR =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Void;

const ABSENT = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void;

/** Looks at a type as `null` and `undefined` leave it. */
export function shapeOf(checker: ts.TypeChecker, type: ts.Type, isOptional = false): TypeShape {
  if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) !== 0) {
    return { kind: "nothing" };
  }
  const parts = type.isUnion() ? type.types : [type];
  if (parts.every(({ flags }) => (flags & SCALAR) !== 0)) {
    if (parts.every(({ flags }) => (flags & ABSENT) !== 0)) return { kind: "nothing" };
    return {
      kind: "scalar",
      text: isOptional ? presentText(checker, parts) : textOf(checker, type),
      literals: literalsOf(checker, parts),
    };
  }
  const present = parts.filter(({ flags }) => (flags & ABSENT) === 0);
  const [only] = present;
  if (only === undefined || present.length > 1) return { kind: "opaque" };
  if (checker.isArrayType(only)) {
    const [item] = checker.getTypeArguments(only as ts.TypeReference);
    return item === undefined ? { kind: "opaque" } : { kind: "array", item };
  }
  const pieces = only.isIntersection() ? only.types : [only];
  const isList = pieces.some((piece) => checker.isArrayLikeType(piece));
  if (isList || !pieces.every(isGenerated)) return { kind: "opaque" };
  const members = checker.getPropertiesOfType(only).map((symbol) => ({
    name: symbol.name,
    type: checker.getTypeOfSymbol(symbol),
    isOptional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
  }));
  if (members.length > 0) return { kind: "object", type: only, members };
  const value = checker.getIndexTypeOfType(only, ts.IndexKind.String);
  return value === undefined ? { kind: "opaque" } : { kind: "map", value };
}

/** Whether `null` or `undefined` is in a type, so that a consumer asks before going on. */
export function mayBeAbsent(type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & ABSENT) !== 0);
}

/** Whether `null` is among the values of a type. */
export function mayBeNull(type: ts.Type): boolean {
  return type.isUnion() && type.types.some(({ flags }) => (flags & ts.TypeFlags.Null) !== 0);
}

/** The cases of an exhaustive `switch`; none where the type has other values than literals. */
function literalsOf(checker: ts.TypeChecker, parts: readonly ts.Type[]): readonly string[] {
  const LITERAL = ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral;
  if (!parts.some(({ flags }) => (flags & LITERAL) !== 0)) return [];
  if (!parts.every(({ flags }) => (flags & (LITERAL | ABSENT)) !== 0)) return [];
  return parts.map((part) => textOf(checker, part));
}

function textOf(checker: ts.TypeChecker, type: ts.Type): string {
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
}

/** The type of a value that is given where it may be left out. */
function presentText(checker: ts.TypeChecker, parts: readonly ts.Type[]): string {
  return parts
    .filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0)
    .map((part) => textOf(checker, part))
    .join(" | ");
}

/** Whether an object's type was generated; what the language brings (`Uint8Array`) is one thing. */
function isGenerated({ symbol }: ts.Type): boolean {
  const declarations = (symbol as ts.Symbol | undefined)?.declarations ?? [];
  return declarations.every((declaration) =>
    declaration.getSourceFile().fileName.startsWith(baseFolder),
  );
}
