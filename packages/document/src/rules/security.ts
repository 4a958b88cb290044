import { quote } from "../describe-value.ts";
import { isJsonObject, own, ownString } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import { didYouMean } from "../nearest.ts";
import type { RuleContext } from "./rule.ts";

/** What each type of scheme must say (3.1 §4.8.27). */
const schemeFields: ReadonlyMap<string, readonly string[]> = new Map([
  ["apiKey", ["name", "in"]],
  ["http", ["scheme"]],
  ["mutualTLS", []],
  ["oauth2", ["flows"]],
  ["openIdConnect", ["openIdConnectUrl"]],
]);

/** What each flow must say beside its scopes (3.1 §4.8.29). */
const flowFields: ReadonlyMap<string, readonly string[]> = new Map([
  ["implicit", ["authorizationUrl"]],
  ["password", ["tokenUrl"]],
  ["clientCredentials", ["tokenUrl"]],
  ["authorizationCode", ["authorizationUrl", "tokenUrl"]],
  ["deviceAuthorization", ["deviceAuthorizationUrl", "tokenUrl"]],
]);

/** Schemes are complete, and every requirement names one (3.1 §4.8.27, §4.8.30). */
export function checkSecurity(context: RuleContext): void {
  checkSchemes(context);
  checkFlows(context);
  checkRequirements(context);
}

function checkSchemes({ survey, version, report }: RuleContext): void {
  const types = [...schemeFields.keys()].filter(
    (type) => version !== "3.0" || type !== "mutualTLS",
  );
  for (const { value, pointer } of survey.of("Security Scheme")) {
    const type = ownString(value, "type");
    if (type === undefined) continue;
    if (!types.includes(type)) {
      report({
        code: "invalid-value",
        pointer: `${pointer}/type`,
        message: `There is no type of security scheme ${quote(type)}`,
        expected: `one of ${types.join(", ")}`,
        received: quote(type),
        hint: type === "basic" ? "Write type: http and scheme: basic" : didYouMean(type, types),
      });
    }
    for (const field of schemeFields.get(type) ?? []) {
      if (Object.hasOwn(value, field)) continue;
      report({
        code: "missing-field",
        pointer,
        at: "key",
        message: `${quote(field)} is missing`,
        expected: `${quote(field)} in a security scheme of type ${type}`,
        received: `no ${quote(field)}`,
      });
    }
  }
}

function checkFlows({ survey, report }: RuleContext): void {
  for (const { value, pointer } of survey.of("OAuth Flows")) {
    for (const [name, fields] of flowFields) {
      const flow = own(value, name);
      if (!isJsonObject(flow)) continue;
      for (const field of fields) {
        if (Object.hasOwn(flow, field)) continue;
        report({
          code: "missing-field",
          pointer: childPointer(pointer, name),
          at: "key",
          message: `${quote(field)} is missing`,
          expected: `${quote(field)} in the flow ${name}`,
          received: `no ${quote(field)}`,
        });
      }
    }
  }
}

function checkRequirements({ root, survey, version, report }: RuleContext): void {
  const schemes = own(own(root, "components"), "securitySchemes");
  const names = new Set(isJsonObject(schemes) ? Object.keys(schemes) : []);
  for (const { value, pointer } of survey.of("Security Requirement")) {
    for (const name of Object.keys(value)) {
      // Since 3.2 a requirement may give a URI instead of a name.
      if (names.has(name) || (version === "3.2" && /[/#:]/.test(name))) continue;
      report({
        code: "security-scheme-unknown",
        pointer: childPointer(pointer, name),
        at: "key",
        message: `There is no security scheme ${quote(name)}`,
        expected:
          names.size === 0
            ? "a scheme in components"
            : `one of ${[...names].slice(0, 10).join(", ")}`,
        received: quote(name),
        hint: didYouMean(name, names, "Declare it in components/securitySchemes"),
      });
    }
  }
}
