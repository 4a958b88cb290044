import { quote } from "../describe-value.ts";
import { isJsonObject, own, ownString } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import type { Place } from "../report.ts";
import type { RuleContext } from "./rule.ts";

/** Regular expressions are of the dialect of ECMA-262 with `u` (JSON Schema Core §6.4). */
export function checkPatterns(context: RuleContext): void {
  for (const { value, pointer } of context.survey.of("Schema")) {
    const pattern = ownString(value, "pattern");
    if (pattern !== undefined) checkPattern(context, pattern, { pointer: `${pointer}/pattern` });
    const named = own(value, "patternProperties");
    if (!isJsonObject(named)) continue;
    for (const name of Object.keys(named)) {
      const place = childPointer(`${pointer}/patternProperties`, name);
      checkPattern(context, name, { pointer: place, at: "key" });
    }
  }
}

function checkPattern({ report }: RuleContext, pattern: string, place: Place): void {
  const reason = whyNot(pattern, "u");
  if (reason === undefined) return;
  const broken = whyNot(pattern, "") !== undefined;
  report({
    ...place,
    code: broken ? "invalid-pattern" : "pattern-not-unicode",
    message: broken
      ? `This is no regular expression: ${reason}`
      : `This is a regular expression only without the flag u: ${reason}`,
    expected: "a regular expression of ECMA-262 that is valid with the flag u",
    received: quote(pattern),
    hint: hintFor(pattern),
  });
}

/** The engine's words for what is wrong; undefined where nothing is. */
export function whyNot(pattern: string, flags: string): string | undefined {
  try {
    void new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.slice(message.lastIndexOf(": ") + 2);
  }
}

function hintFor(pattern: string): string | undefined {
  if (/^\/.*\/[a-z]*$/.test(pattern)) return "Leave out the slashes around it and the flags";
  if (/\(\?[imsx-]+\)|\(\?P</.test(pattern)) {
    return "Inline flags and (?P<name>…) are of another dialect; ECMA-262 writes (?<name>…)";
  }
  if (/\\[AzZ]/.test(pattern)) return "Write ^ and $ instead of \\A and \\z";
  return undefined;
}
