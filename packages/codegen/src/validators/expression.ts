/** Where another schema's check stands in an expression: the JSON Pointer of that schema. */
export interface Reference {
  readonly pointer: string;
  /** The same value is judged, not a part of it. */
  readonly inPlace: boolean;
  /** Has a name of its own even if used once. */
  readonly isNamed: boolean;
}

/** Code with references to checks whose names are decided later. */
export type Expression = readonly (string | Reference)[];

/** The name under which generated code imports the runtime. */
export const runtimeName = "v";

const separated = (operands: readonly Expression[]): Expression => {
  const parts: (string | Reference)[] = [];
  for (const operand of operands) {
    if (parts.length > 0) parts.push(", ");
    parts.push(...operand);
  }
  return parts;
};

/** `callee(operand, operand)`. */
export const call = (callee: string, ...operands: readonly Expression[]): Expression => [
  `${callee}(`,
  ...separated(operands),
  ")",
];

/** A call of one of the runtime's functions. */
export const runtimeCall = (name: string, ...operands: readonly Expression[]): Expression =>
  call(`${runtimeName}.${name}`, ...operands);

/** `[operand, operand]`. */
export const list = (operands: readonly Expression[]): Expression => [
  "[",
  ...separated(operands),
  "]",
];

/** `{ name: operand, name: operand }`, from names as they stand in code. */
export const record = (fields: readonly (readonly [name: string, Expression])[]): Expression => {
  const parts: (string | Reference)[] = ["{ "];
  for (const [name, operand] of fields) parts.push(`${name}: `, ...operand, ", ");
  return [...parts, "}"];
};

export const runtimeValue = (name: string): Expression => [`${runtimeName}.${name}`];

export const anything: Expression = runtimeValue("anything");

export const isAnything = (expression: Expression): boolean => expression === anything;

/** `name(a, b)`, or what is equal to it with fewer operands. */
export const combined = (name: "first" | "allOf", operands: readonly Expression[]): Expression => {
  const [only = anything, ...others] = operands;
  return others.length === 0 ? only : runtimeCall(name, ...operands);
};
