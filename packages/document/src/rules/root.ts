import { quote } from "../describe-value.ts";
import { own, ownString } from "../json.ts";
import type { RuleContext } from "./rule.ts";

/** The document describes something (3.1 §4.8.1), and each tag once (§4.8.22). */
export function checkRoot({ root, version, survey, report }: RuleContext): void {
  const parts = ["paths", "components", "webhooks"];
  if (version !== "3.0" && parts.every((part) => own(root, part) === undefined)) {
    report({
      code: "missing-field",
      pointer: "",
      message: "The document describes nothing",
      expected: `one of ${parts.join(", ")}`,
      received: "none of them",
      hint: "The smallest document that says so has paths: {}",
    });
  }
  const tags = new Map<string, string>();
  for (const { value, pointer } of survey.of("Tag")) {
    const name = ownString(value, "name");
    if (name === undefined) continue;
    const first = tags.get(name);
    if (first === undefined) {
      tags.set(name, pointer);
      continue;
    }
    report({
      code: "invalid-value",
      pointer: `${pointer}/name`,
      message: `The tag ${quote(name)} is declared twice`,
      expected: "each tag once",
      received: quote(name),
      related: { message: "first here", pointer: `${first}/name` },
    });
  }
}
