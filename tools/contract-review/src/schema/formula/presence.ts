import { atom, type Formula } from "./formula.ts";

export function absent(name: string): Formula {
  return atom({ kind: "every-property", names: { kind: "one", name }, literal: -1 });
}

export function present(name: string): Formula {
  return atom({ kind: "some-property", names: { kind: "one", name }, literal: 1 });
}
