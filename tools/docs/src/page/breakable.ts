import { h, type Content } from "../text/h.ts";

/** A long name that may be broken behind its separators, where a person would break it. */
export function breakable(name: string): readonly Content[] {
  return name
    .split(/(?<=[_\-/.])(?=.)/u)
    .flatMap((part, index) => (index === 0 ? [part] : [h("wbr"), part]));
}
