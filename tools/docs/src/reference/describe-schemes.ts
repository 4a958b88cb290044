import {
  isJsonObject,
  own,
  ownString,
  type JsonObject,
  type OpenApiDocument,
} from "@flex-channels/document";
import { objectOrEmpty } from "./or-empty.ts";
import type { Scheme } from "./reference.ts";
import { resolved } from "./resolved.ts";

/** The security schemes of a document (OpenAPI 3.1 §4.8.27). */
export function describeSchemes(document: OpenApiDocument): readonly Scheme[] {
  const schemes = objectOrEmpty(own(own(document.value, "components"), "securitySchemes"));
  return Object.entries(schemes).flatMap(([name, written]) => {
    const value = resolved(document, written);
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
