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

/** Written out in loops: a list of a document may be longer than a call's arguments. */
const separated = (operands: readonly Expression[]): Expression => {
  const parts: (string | Reference)[] = [];
  for (const operand of operands) {
    if (parts.length > 0) parts.push(", ");
    for (const part of operand) parts.push(part);
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
  for (const [name, operand] of fields) {
    parts.push(`${name}: `);
    for (const part of operand) parts.push(part);
    parts.push(", ");
  }
  parts.push("}");
  return parts;
};

export const runtimeValue = (name: string): Expression => [`${runtimeName}.${name}`];

export const anything: Expression = runtimeValue("anything");

export const isAnything = (expression: Expression): boolean => expression === anything;

/** `v.first(a, b)`: a few keywords in order. */
export const inOrder = (operands: readonly Expression[]): Expression => {
  const [only = anything, ...others] = operands;
  return others.length === 0 ? only : runtimeCall("first", ...operands);
};

/** `v.allOf([a, b])`: as many as there are. */
export const allOf = (operands: readonly Expression[]): Expression => {
  const [only = anything, second] = operands;
  return second === undefined ? only : runtimeCall("allOf", list(operands));
};
