// Copied beside the client's sources: calls a sample of a contract's operations against the mock.
import { createFlexClient } from "@flex-channels/client";
import { contract } from "@flex-channels/contract";
import { documentation } from "@flex-channels/contract/documentation";
import { examples } from "@flex-channels/contract/examples";
import { createMock } from "@flex-channels/mock";
import * as fastCheck from "fast-check";

type Parameter = (typeof contract.operations)[string]["parameters"][number];

const sampleSize = 100;

type Schema = Parameter["schema"];

/** A value that the schema accepts, as far as a parameter's schema is told. */
const madeFor = (schema: Schema): unknown => {
  const given = schema.default ?? schema.enum?.[0] ?? schema.const;
  if (given !== undefined) return given;
  switch (schema.type) {
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    case "array":
      return Array.from({ length: schema.minItems ?? 1 }, () => madeFor(schema.items ?? {}));
    default:
      return textFor(schema);
  }
};

const formatted: Readonly<Record<string, string>> = {
  date: "2026-01-01",
  "date-time": "2026-01-01T00:00:00Z",
  email: "a@example.com",
  uri: "https://example.com/",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
};

const textFor = ({ pattern, format = "", minLength = 1, maxLength = Infinity }: Schema): string => {
  if (pattern === undefined) return formatted[format] ?? "a".repeat(minLength);
  const texts = fastCheck
    .stringMatching(new RegExp(pattern))
    .filter((text) => text.length >= minLength && text.length <= maxLength && text !== "");
  return fastCheck.sample(texts, { numRuns: 1, seed: 1 })[0] ?? "";
};

const valueOf = (operation: string, { name, schema }: Parameter): unknown => {
  const told: Readonly<Record<string, { readonly example?: unknown }>> =
    documentation[operation as keyof typeof documentation].parameters;
  return told[name]?.example ?? madeFor(schema);
};

const bodies = new Map(
  Object.entries<Readonly<Record<string, { readonly body: unknown }>>>(examples).map(
    ([name, answers]) => [
      name,
      Object.entries(answers).find(([status]) => status.startsWith("2"))?.[1],
    ],
  ),
);
// Whatever is asked for is found: the example stands for it.
const seed = Object.fromEntries(
  [...bodies].map(([name, answer]) => [name, () => answer?.body ?? null]),
);

// The client has Basic authentication, these documents have others, and nobody's is tried here.
const openToAll = {
  ...contract,
  operations: Object.fromEntries(
    Object.entries(contract.operations).map(([name, operation]) => [
      name,
      { ...operation, security: [] },
    ]),
  ),
};

const flex = createFlexClient({
  accountSid: `AC${"0".repeat(32)}`,
  authToken: "token",
  baseUrl: "https://api.example.com",
  fetch: createMock({ contract: openToAll, seed }),
});
const methods: Readonly<
  Record<string, (...args: readonly unknown[]) => Promise<{ kind: string }>>
> = flex.safe as never;

const callable = Object.entries(contract.operations).filter(
  ([, { requestBody, responses }]) =>
    requestBody?.required !== true &&
    Object.keys(responses).some((status) => status.startsWith("2")),
);
const step = Math.max(1, Math.floor(callable.length / sampleSize));
const counts: Record<string, number> = {};
const failures: string[] = [];
for (const [name, operation] of callable.filter((_, index) => index % step === 0)) {
  const required = operation.parameters.filter((parameter) => parameter.required);
  const path = required.filter((parameter) => parameter.in === "path");
  const options: Record<string, Record<string, unknown>> = {};
  for (const parameter of required) {
    if (parameter.in === "path") continue;
    (options[parameter.in] ??= {})[parameter.name] = valueOf(name, parameter);
  }
  const values = path.map((parameter) => valueOf(name, parameter));
  const result = await methods[name]?.(...values, options);
  const kind = result?.kind ?? "no-method";
  counts[kind] = (counts[kind] ?? 0) + 1;
  // The documents' own examples break their schemas here and there, and the client says so.
  if (kind !== "success" && kind !== "contract" && failures.length < 5) {
    failures.push(
      `${name}: ${kind}: ${"message" in (result ?? {}) ? String((result as { message?: unknown }).message).slice(0, 300) : ""}`,
    );
  }
}
console.log(
  JSON.stringify({ operations: Object.keys(contract.operations).length, counts, failures }),
);
