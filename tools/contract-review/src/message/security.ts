import { type JsonObject, type JsonValue, isJsonArray, isJsonObject } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";
import type { SecurityAlternative, SecurityCondition } from "./operation.ts";

/** Looks a Security Scheme Object up by its name in `components`, after references. */
export type SchemeLookup = (name: string) => JsonObject | undefined;

/**
 * The Security Requirement Objects as alternatives (OpenAPI 3.1 §4.8.30). An OAuth 2 scheme with
 * several flows is one alternative a flow, for a client uses one of them.
 */
export function securityAlternatives(
  requirements: JsonValue | undefined,
  pointer: string,
  lookup: SchemeLookup,
): readonly SecurityAlternative[] {
  if (!isJsonArray(requirements) || requirements.length === 0) return [{ pointer, conditions: [] }];
  return requirements.flatMap((requirement, index) => {
    if (!isJsonObject(requirement)) return [];
    let alternatives: readonly (readonly SecurityCondition[])[] = [[]];
    for (const [schemeName, written] of Object.entries(requirement)) {
      const scopes = isJsonArray(written)
        ? written.filter((scope) => typeof scope === "string")
        : [];
      const credentials = credentialsOf(schemeName, lookup(schemeName));
      alternatives = alternatives.flatMap((conditions) =>
        credentials.map((credential) => [...conditions, { credential, schemeName, scopes }]),
      );
    }
    const at = child(pointer, index);
    return alternatives.map((conditions) => ({ pointer: at, conditions }));
  });
}

function credentialsOf(name: string, scheme: JsonObject | undefined): readonly string[] {
  const text = (key: string): string => {
    const value = scheme?.[key];
    return typeof value === "string" ? value : "";
  };
  switch (text("type")) {
    case "apiKey": {
      const keyName = text("in") === "header" ? text("name").toLowerCase() : text("name");
      return [`API key in ${text("in")} ${keyName}`];
    }
    case "http":
      return [`HTTP ${text("scheme").toLowerCase()}`];
    case "oauth2":
      return flowsOf(scheme?.["flows"]);
    case "openIdConnect":
      return [`OpenID Connect ${text("openIdConnectUrl")}`];
    case "mutualTLS":
      return ["mutual TLS"];
    default:
      return [`security scheme ${name}`];
  }
}

function flowsOf(flows: JsonValue | undefined): readonly string[] {
  if (!isJsonObject(flows)) return ["OAuth 2"];
  return Object.entries(flows).flatMap(([flow, value]) => {
    if (!isJsonObject(value)) return [];
    const urls = ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl"]
      .map((key) => value[key])
      .filter((url) => typeof url === "string");
    return [["OAuth 2", flow, ...urls].join(" ")];
  });
}

/** Whoever meets `offered` also meets `wanted`: every condition, with its scopes among those held. */
export function satisfies(offered: SecurityAlternative, wanted: SecurityAlternative): boolean {
  return wanted.conditions.every((condition) =>
    offered.conditions.some(
      (held) =>
        held.credential === condition.credential &&
        condition.scopes.every((scope) => held.scopes.includes(scope)),
    ),
  );
}
