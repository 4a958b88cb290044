// Copied beside the client's sources: calls a sample of a contract's operations against the mock.
import { createFlexClient } from "@flex-channels/client";
import { contract } from "@flex-channels/contract";
import { documentation } from "@flex-channels/contract/documentation";
import { examples } from "@flex-channels/contract/examples";
import { createMock } from "@flex-channels/mock";

type Parameter = (typeof contract.operations)[string]["parameters"][number];

const sampleSize = 100;

const valueOf = (operation: string, { name, schema }: Parameter): unknown => {
  const told: Readonly<Record<string, { readonly example?: unknown }>> =
    documentation[operation as keyof typeof documentation].parameters;
  const given = told[name]?.example ?? schema.default ?? schema.enum?.[0] ?? schema.const;
  if (given !== undefined) return given;
  switch (schema.type) {
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    case "array":
      return ["a"];
    default:
      return schema.format === "date-time"
        ? "2026-01-01T00:00:00Z"
        : schema.format === "uuid"
          ? "123e4567-e89b-42d3-a456-426614174000"
          : "a".repeat(schema.minLength ?? 1);
  }
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

const flex = createFlexClient({
  accountSid: `AC${"0".repeat(32)}`,
  authToken: "token",
  baseUrl: "https://api.example.com",
  fetch: createMock({ seed }),
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
