import { quote } from "../describe-value.ts";
import { isJsonArray, isJsonObject, own, ownString } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import { didYouMean } from "../nearest.ts";
import type { RuleContext } from "./rule.ts";

/** Every variable of a server's URL is declared, and its default is one of its values (3.1 §4.8.5). */
export function checkServers({ survey, report }: RuleContext): void {
  for (const { value, pointer } of survey.of("Server")) {
    const url = ownString(value, "url") ?? "";
    const variables = own(value, "variables");
    const declared = new Set(isJsonObject(variables) ? Object.keys(variables) : []);
    for (const [, name = ""] of url.matchAll(/\{([^{}]*)\}/g)) {
      if (declared.has(name)) continue;
      report({
        code: "server-variable",
        pointer: `${pointer}/url`,
        message: `The server declares no variable ${quote(name)}`,
        expected: `variables with ${quote(name)} and its default`,
        received: quote(url),
        hint: didYouMean(name, declared),
      });
    }
  }
  for (const { value, pointer } of survey.of("Server Variable")) {
    const values = own(value, "enum");
    const initial = ownString(value, "default");
    if (!isJsonArray(values) || initial === undefined || values.includes(initial)) continue;
    report({
      code: "server-variable",
      pointer: childPointer(pointer, "default"),
      message: "The default of the variable is none of its values",
      expected: `one of ${values.map((item) => JSON.stringify(item)).join(", ")}`,
      received: quote(initial),
    });
  }
}
