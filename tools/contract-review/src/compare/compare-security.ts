import { child } from "../json/pointer.ts";
import type { SecurityAlternative } from "../message/operation.ts";
import { satisfies } from "../message/security.ts";
import type { CompareContext, OperationPair } from "./context.ts";
import { rolesOf } from "./direction.ts";

/**
 * The sender meets one alternative of its document, whichever it likes; each of them must open the
 * reader's door (OpenAPI 3.1 §4.8.30).
 */
export function compareSecurity(context: CompareContext, operations: OperationPair): void {
  const roles = rolesOf("request", operations.base.initiator);
  const producer = operations[roles.producer];
  const consumer = operations[roles.consumer];
  const enter = (
    alternative: SecurityAlternative,
    keyword: string,
    isRefused: boolean,
    pointers: { readonly basePointer: string; readonly headPointer: string },
  ): void => {
    context.book.add({
      kind: isRefused ? "message-refused" : "message-tolerated",
      direction: "request",
      part: "security",
      keyword,
      operations: [operations.base.name],
      instanceLocation: child("/security", nameOf(alternative)),
      producer: roles.producer,
      ...pointers,
      was: operations.base.security.map(describe),
      now: operations.head.security.map(describe),
      ...(isRefused
        ? {
            witness: {
              kind: "request",
              method: producer.method,
              path: producer.path === "" ? producer.name : producer.path,
              message: {},
              credentials: describe(alternative),
            },
          }
        : {}),
      dependsOnConvention: false,
    });
  };
  const pointers = (alternative: SecurityAlternative, which: "base" | "head") => ({
    basePointer:
      which === "base" ? alternative.pointer : (operations.base.security[0]?.pointer ?? ""),
    headPointer:
      which === "head" ? alternative.pointer : (operations.head.security[0]?.pointer ?? ""),
  });
  const refused = producer.security.filter(
    (offered) => !consumer.security.some((wanted) => satisfies(offered, wanted)),
  );
  for (const offered of refused) {
    enter(offered, keywordOf(offered, consumer.security), true, pointers(offered, roles.producer));
  }
  // An alternative that took the place of another is the same edit.
  if (refused.length > 0) return;
  const known = new Set(producer.security.map(nameOf));
  for (const wanted of consumer.security) {
    if (known.has(nameOf(wanted))) continue;
    enter(wanted, "alternative", false, pointers(wanted, roles.consumer));
  }
  const kept = new Set(consumer.security.map(nameOf));
  for (const offered of producer.security) {
    if (kept.has(nameOf(offered))) continue;
    enter(offered, "alternative", false, pointers(offered, roles.producer));
  }
}

function nameOf(alternative: SecurityAlternative): string {
  return describe(alternative).toSorted().join(" + ");
}

/** What the sender lacks: authentication at all, a scope, or a way that is still open. */
function keywordOf(
  offered: SecurityAlternative,
  wanted: readonly SecurityAlternative[],
): "required" | "scopes" | "alternative" {
  if (offered.conditions.length === 0) return "required";
  const withoutScopes = (alternative: SecurityAlternative): SecurityAlternative => ({
    ...alternative,
    conditions: alternative.conditions.map((condition) => ({ ...condition, scopes: [] })),
  });
  return wanted.some((alternative) => satisfies(offered, withoutScopes(alternative)))
    ? "scopes"
    : "alternative";
}

/** The conditions of an alternative, for people. */
function describe({ conditions }: SecurityAlternative): readonly string[] {
  if (conditions.length === 0) return ["no authentication"];
  return conditions.map(({ credential, scopes }) =>
    scopes.length === 0 ? credential : `${credential} with ${scopes.toSorted().join(", ")}`,
  );
}
