import { quote } from "../describe-value.ts";
import { isJsonObject, own, ownString } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import { didYouMean } from "../nearest.ts";
import { isMappingReference } from "../structure/outgoing-references.ts";
import type { RuleContext } from "./rule.ts";

/** Names of operations and schemas outside `$ref` (3.1 §4.8.20, §4.8.25); URIs are surveyed. */
export function checkLinks(context: RuleContext): void {
  checkOperationNames(context);
  checkMappingNames(context);
}

function checkOperationNames({ survey, report }: RuleContext): void {
  const ids = new Set(
    survey
      .of("Operation")
      .map(({ value }) => ownString(value, "operationId"))
      .filter((id) => id !== undefined),
  );
  for (const { value, pointer } of survey.of("Link")) {
    const id = ownString(value, "operationId");
    if (id === undefined || ids.has(id)) continue;
    report({
      code: "reference-unknown",
      pointer: `${pointer}/operationId`,
      message: `No operation has the operationId ${quote(id)}`,
      expected: "the operationId of an operation of the document",
      received: quote(id),
      hint: didYouMean(id, ids),
    });
  }
}

function checkMappingNames({ root, survey, report }: RuleContext): void {
  const schemas = own(own(root, "components"), "schemas");
  const names = new Set(isJsonObject(schemas) ? Object.keys(schemas) : []);
  for (const { value, pointer } of survey.of("Discriminator")) {
    const mapping = own(value, "mapping");
    for (const [key, target] of Object.entries(isJsonObject(mapping) ? mapping : {})) {
      if (typeof target !== "string" || isMappingReference(target) || names.has(target)) continue;
      report({
        code: "reference-unknown",
        pointer: childPointer(`${pointer}/mapping`, key),
        message: `There is no schema ${quote(target)}`,
        expected: "the name of a component schema, or a reference to a schema",
        received: quote(target),
        hint: didYouMean(target, names),
      });
    }
  }
}
