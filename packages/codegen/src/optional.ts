/** A member that is left out where it has no value, as exact optional properties want it. */
export const optional = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Readonly<Partial<Record<Name, Value>>> =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>;
