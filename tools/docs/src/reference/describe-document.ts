import {
  isJsonArray,
  isJsonObject,
  listOperations,
  own,
  ownString,
  type JsonObject,
  type JsonValue,
  type OpenApiDocument,
} from "@flex-channels/document";
import { describeOperation } from "./describe-operation.ts";
import { describeSchemes } from "./describe-schemes.ts";
import { listOrEmpty } from "./or-empty.ts";
import type { Group, Operation, Reference, Server } from "./reference.ts";

/** Reads off a document all that the page tells. */
export function describeDocument(document: OpenApiDocument): Reference {
  const { value } = document;
  const info = own(value, "info");
  const license = own(info, "license");
  const schemes = describeSchemes(document);
  return {
    title: ownString(info, "title") ?? "",
    version: ownString(info, "version") ?? "",
    openapi: ownString(value, "openapi") ?? "",
    summary: ownString(info, "summary"),
    description: ownString(info, "description"),
    license: ownString(license, "name"),
    servers: serversOf(value),
    schemes,
    groups: groupsOf(document, schemes),
    assumes: assumes(value),
  };
}

function serversOf(value: JsonObject): readonly Server[] {
  return objectsOf(own(value, "servers")).map((server) => ({
    url: ownString(server, "url") ?? "/",
    description: ownString(server, "description"),
  }));
}

/** The document's tags in their order, then those that only operations name; an operation stands under its first. */
function groupsOf(document: OpenApiDocument, schemes: Reference["schemes"]): readonly Group[] {
  const operations = listOperations(document).map((entry) => ({
    tag: entry.tags[0],
    operation: describeOperation(document, entry, schemes),
  }));
  const described = objectsOf(own(document.value, "tags"));
  const tags = new Set([
    ...described.map((tag) => ownString(tag, "name")),
    ...operations.map(({ tag }) => tag),
  ]);
  return [...tags]
    .map((tag): Group => {
      const found = described.find((each) => ownString(each, "name") === tag);
      const members: readonly Operation[] = operations
        .filter((each) => each.tag === tag)
        .map(({ operation }) => operation);
      return { tag, description: ownString(found, "description"), operations: members };
    })
    .filter((group) => group.operations.length > 0);
}

function assumes(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.some(assumes);
  if (!isJsonObject(value)) return false;
  return own(value, "x-assumed") === true || Object.values(value).some(assumes);
}

function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return listOrEmpty(value).filter(isJsonObject);
}
