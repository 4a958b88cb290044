import {
  own,
  ownString,
  type JsonObject,
  type JsonValue,
  type OpenApiDocument,
  type OperationEntry,
  type UsedObject,
} from "@flex-channels/document";
import { describeContent, examplesBeside } from "./describe-content.ts";
import { describeSchema } from "./describe-schema.ts";
import { exampleParameter } from "./example-parameter.ts";
import { listOrEmpty, objectOrEmpty } from "./or-empty.ts";
import type { Body, Header, Operation, Parameter, Response, Sample, Scheme } from "./reference.ts";
import { resolved } from "./resolved.ts";
import { curlSample } from "./curl-sample.ts";
import { typescriptSample } from "./typescript-sample.ts";

/** Reads off the document what the page tells of one operation. */
export function describeOperation(
  document: OpenApiDocument,
  entry: OperationEntry,
  schemes: readonly Scheme[],
): Operation {
  const responses = entry.responses.map((response) => describeResponse(document, response));
  const told: Omit<Operation, "samples"> = {
    name: entry.name,
    title: entry.summary ?? entry.name,
    method: entry.method,
    path: entry.path,
    pathDescription: ownString(own(own(document.value, "paths"), entry.path), "description"),
    description: entry.description,
    deprecated: entry.deprecated,
    server: ownString(entry.servers[0]?.value, "url") ?? "/",
    parameters: entry.parameters.map(({ value }) => describeParameter(document, value, responses)),
    body: describeBody(document, entry.requestBody),
    responses,
    security: entry.security.map((alternative) => Object.keys(alternative)),
  };
  const written = writtenSamples(entry.value);
  const curl = written.some(({ label }) => /\bcurl\b/i.test(label));
  return {
    ...told,
    samples: [...(curl ? [] : [curlSample(told, schemes)]), ...written, typescriptSample(told)],
  };
}

function describeParameter(
  document: OpenApiDocument,
  parameter: JsonObject,
  responses: readonly Response[],
): Parameter {
  const [media] = Object.values(objectOrEmpty(own(parameter, "content")));
  const schema = own(parameter, "schema") ?? own(media, "schema") ?? {};
  return {
    name: ownString(parameter, "name") ?? "",
    in: ownString(parameter, "in") ?? "",
    required: own(parameter, "required") === true,
    deprecated: own(parameter, "deprecated") === true,
    description: ownString(parameter, "description"),
    shape: describeSchema(document, schema),
    example: exampleParameter(document, parameter, schema, responses),
  };
}

function describeBody(document: OpenApiDocument, body: UsedObject | undefined): Body | undefined {
  if (body === undefined) return undefined;
  return {
    required: own(body.value, "required") === true,
    description: ownString(body.value, "description"),
    content: describeContent(document, body.value),
  };
}

function describeResponse(
  document: OpenApiDocument,
  { status, value }: OperationEntry["responses"][number],
): Response {
  return {
    status,
    description: ownString(value, "description"),
    assumed: own(value, "x-assumed") === true,
    headers: Object.entries(objectOrEmpty(own(value, "headers"))).map(([name, header]) =>
      describeHeader(document, name, header),
    ),
    content: describeContent(document, value),
  };
}

function describeHeader(document: OpenApiDocument, name: string, written: JsonValue): Header {
  const header = objectOrEmpty(resolved(document, written));
  return {
    name,
    description: ownString(header, "description"),
    required: own(header, "required") === true,
    assumed: own(header, "x-assumed") === true,
    shape: describeSchema(document, own(header, "schema") ?? {}),
    examples: examplesBeside(document, header),
  };
}

/** `x-codeSamples`, the extension in which documents bring examples of calls. */
function writtenSamples(operation: JsonObject): readonly Sample[] {
  return listOrEmpty(own(operation, "x-codeSamples")).flatMap((sample) => {
    const source = ownString(sample, "source");
    const language = ownString(sample, "lang") ?? "text";
    const label = ownString(sample, "label") ?? language;
    return source === undefined ? [] : [{ label, language: language.toLowerCase(), source }];
  });
}
