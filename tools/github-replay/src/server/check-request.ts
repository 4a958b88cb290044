import type { Description } from "../description/description.ts";
import type { Parameter, Route } from "../description/routes.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject } from "../json.ts";
import type { Violation } from "../violation.ts";
import { show } from "../violation.ts";
import type { ReceivedRequest } from "./received-request.ts";

/** What is wrong with a request, and its values in their types. */
export interface CheckedRequest {
  readonly problems: readonly RequestProblem[];
  readonly values: ReadonlyMap<string, JsonValue>;
  readonly body: JsonObject | readonly JsonValue[];
}

export interface RequestProblem extends Omit<Violation, "operation" | "side"> {
  /** How GitHub answers; nothing where it lets the mistake pass in silence. */
  readonly status?: number;
  readonly message?: string;
}

type Captures = Readonly<Record<string, string>>;

/** A request against the description of its operation. */
export function checkRequest(
  description: Description,
  route: Route,
  request: ReceivedRequest,
  captures: Captures,
): CheckedRequest {
  const values = new Map<string, JsonValue>();
  const problems: RequestProblem[] = [];
  for (const parameter of route.parameters) {
    const text = readParameter(parameter, request, captures);
    const where = `${parameter.in} ${parameter.name}`;
    if (text === undefined) {
      if (!parameter.required) continue;
      const expected = "a value, as the parameter is required";
      problems.push({ where, expected, received: "nothing", status: 422 });
      continue;
    }
    const value = coerce(text, parameter.type);
    values.set(parameter.name, value);
    for (const { expected, received } of description.judge(parameter.schema, value)) {
      problems.push({ where, expected, received, status: 422 });
    }
  }
  problems.push(...checkQueryNames(route, request));
  const body = checkBody(description, route, request);
  return { values, body: body.value, problems: [...problems, ...body.problems] };
}

function readParameter(
  { name, in: place }: Parameter,
  { target, headers }: ReceivedRequest,
  captures: Captures,
): string | undefined {
  switch (place) {
    case "path":
      return captures[name];
    case "query":
      return target.searchParams.get(name) ?? undefined;
    default:
      return headers[name.toLowerCase()];
  }
}

function coerce(text: string, type: string | undefined): JsonValue {
  if (type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

/** GitHub leaves undeclared parameters aside: a misspelt one would never be noticed. */
function checkQueryNames(
  { parameters }: Route,
  { target }: ReceivedRequest,
): readonly RequestProblem[] {
  const declared = parameters.filter((each) => each.in === "query").map(({ name }) => name);
  const names = [...target.searchParams.keys()];
  return [...new Set(names)].flatMap((name): readonly RequestProblem[] => {
    const where = `query ${name}`;
    if (!declared.includes(name)) {
      const expected = `one of the declared parameters (${declared.join(", ")})`;
      return [{ where, expected, received: show(target.searchParams.get(name)) }];
    }
    const sent = target.searchParams.getAll(name);
    return sent.length === 1 ? [] : [{ where, expected: "one value", received: show(sent) }];
  });
}

function checkBody(
  description: Description,
  { pointer }: Route,
  { headers, body }: ReceivedRequest,
): {
  readonly value: JsonObject | readonly JsonValue[];
  readonly problems: readonly RequestProblem[];
} {
  const media = `${pointer}/requestBody/content/application~1json/schema`;
  const isDeclared = description.follow(`${pointer}/requestBody`) !== undefined;
  if (body === "") {
    const isRequired = description.follow(`${pointer}/requestBody`)?.value["required"] === true;
    const expected = "a JSON body, as the body is required";
    const problem: RequestProblem = { where: "body", expected, received: "nothing", status: 422 };
    return { value: {}, problems: isRequired ? [problem] : [] };
  }
  if (!isDeclared) {
    return { value: {}, problems: [{ where: "body", expected: "no body", received: show(body) }] };
  }
  const problems: RequestProblem[] = [];
  const type = headers["content-type"] ?? "nothing";
  if (!/^application\/json(;|$)/i.test(type)) {
    problems.push({ where: "header content-type", expected: "application/json", received: type });
  }
  const value = parse(body);
  if (!isJsonObject(value) && !isJsonArray(value)) {
    problems.push({
      where: "body",
      expected: "a JSON object",
      received: show(body),
      status: 400,
      message: "Problems parsing JSON",
    });
    return { value: {}, problems };
  }
  for (const problem of description.judge(media, value)) {
    const isUndeclared = problem.expected.startsWith("one of the declared properties");
    problems.push({
      where: problem.pointer === "" ? "body" : `body ${problem.pointer}`,
      expected: problem.expected,
      received: problem.received,
      ...(isUndeclared ? {} : { status: 422 }),
    });
  }
  return { value, problems };
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
