import type { Diagnostic } from "@flex-channels/document";

/** How many problems of one kind and wording are shown in full. */
const shownOfAKind = 3;

/** What a person is shown of many diagnostics: the first of each kind, and how many more there are. */
export interface CollapsedDiagnostics {
  readonly shown: readonly Diagnostic<string>[];
  /** One line a kind, e.g. `3753 more: The format "uri-template" is not judged. (validator-format-unknown)`. */
  readonly more: readonly string[];
}

/** A large document repeats its habits: thousands of equal warnings hide the one that matters. */
export const collapseDiagnostics = (
  diagnostics: readonly Diagnostic<string>[],
): CollapsedDiagnostics => {
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ code, message }) => {
    const kind = `${message} (${code})`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= shownOfAKind;
  });
  const more = [...counts]
    .filter(([, count]) => count > shownOfAKind)
    .map(([kind, count]) => `${count - shownOfAKind} more: ${kind}`);
  return { shown, more };
};
