import {
  isJsonObject,
  own,
  ownString,
  resolveReference,
  type JsonObject,
  type OpenApiDocument,
} from "@flex-channels/document";
import type { Scheme } from "./reference.ts";

/** The security schemes of a document (OpenAPI 3.1 §4.8.27). */
export function describeSchemes(document: OpenApiDocument): readonly Scheme[] {
  const schemes = own(own(document.value, "components"), "securitySchemes");
  return Object.entries(isJsonObject(schemes) ? schemes : {}).flatMap(([name, written]) => {
    const { value } =
      isJsonObject(written) && Object.hasOwn(written, "$ref")
        ? resolveReference(document, written)
        : { value: written };
    return isJsonObject(value) ? [describeScheme(name, value)] : [];
  });
}

function describeScheme(name: string, scheme: JsonObject): Scheme {
  return {
    name,
    ...titleOf(scheme),
    description: ownString(scheme, "description"),
    assumed: own(scheme, "x-assumed") === true,
  };
}

function titleOf(scheme: JsonObject): Pick<Scheme, "title" | "kind" | "place"> {
  const type = ownString(scheme, "type") ?? "";
  const place = undefined;
  switch (type) {
    case "http": {
      const http = ownString(scheme, "scheme")?.toLowerCase() ?? "";
      if (http === "basic") return { title: "HTTP Basic", kind: "basic", place };
      return http === "bearer"
        ? { title: "Bearer token", kind: "bearer", place }
        : { title: `HTTP ${http}`, kind: "other", place };
    }
    case "apiKey": {
      const where = { in: ownString(scheme, "in") ?? "", name: ownString(scheme, "name") ?? "" };
      return { title: `API key in the ${where.in} ${where.name}`, kind: "api-key", place: where };
    }
    case "oauth2":
      return { title: "OAuth 2 access token", kind: "bearer", place };
    case "openIdConnect":
      return { title: "OpenID Connect access token", kind: "bearer", place };
    case "mutualTLS":
      return { title: "Client certificate", kind: "other", place };
    default:
      return { title: type, kind: "other", place };
  }
}
