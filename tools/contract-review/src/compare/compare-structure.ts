import { child } from "../json/pointer.ts";
import { parameterPlaces } from "../message/request-pair.ts";
import { applicableResponse, statusPartition } from "../message/status.ts";
import { compareContent } from "./compare-content.ts";
import { compareDocumentation } from "./compare-documentation.ts";
import { compareEmptyValue } from "./compare-empty-value.ts";
import { compareFields, pairs } from "./compare-fields.ts";
import { compareStyle } from "./compare-style.ts";
import type { CompareContext, OperationPair } from "./context.ts";
import { type Walk, enter } from "./mild-change.ts";
import type { Refusals } from "./schema-place.ts";

/** What changed in the parts of an operation and breaks no message. */
export function compareStructure(
  context: CompareContext,
  operations: OperationPair,
  refused: Refusals,
): void {
  const walk: Walk = { context, operations, refused };
  compareParameters(walk);
  compareBody(walk);
  compareAnswers(walk);
}

function compareParameters(walk: Walk): void {
  const { context, operations } = walk;
  for (const place of parameterPlaces) {
    const part = place === "querystring" ? "query" : place;
    compareFields(walk, {
      direction: "request",
      part,
      location: `/${place}`,
      base: operations.base.fields[place],
      head: operations.head.fields[place],
      baseOwner: operations.base.pointer,
      headOwner: operations.head.pointer,
    });
    for (const [base, head] of pairs(
      operations.base.fields[place],
      operations.head.fields[place],
    )) {
      compareStyle(context, operations, `/${place}`, part, base, head);
      if (place === "query") compareEmptyValue(walk, `/${place}`, base, head);
    }
  }
}

function compareBody(walk: Walk): void {
  const { context, operations } = walk;
  const { base, head } = operations;
  const shared = { direction: "request", part: "body", location: "/body" } as const;
  if (base.body === undefined || head.body === undefined) {
    if (base.body === head.body) return;
    enter(walk, {
      ...shared,
      keyword: base.body === undefined ? "added" : "removed",
      basePointer: base.body?.pointer ?? base.pointer,
      headPointer: head.body?.pointer ?? head.pointer,
    });
    return;
  }
  const pointers = { basePointer: base.body.pointer, headPointer: head.body.pointer };
  if (base.body.required !== head.body.required) {
    enter(walk, {
      ...shared,
      keyword: "required",
      ...pointers,
      was: base.body.required,
      now: head.body.required,
    });
  }
  compareDocumentation(context, "request-body", "/body", base.body, head.body, [base.name]);
  compareContent(walk, "request", "/body", base.body, head.body);
}

function compareAnswers(walk: Walk): void {
  const { context, operations } = walk;
  const { base, head } = operations;
  for (const status of statusPartition(base.responses, head.responses)) {
    const was = applicableResponse(base.responses, status);
    const now = applicableResponse(head.responses, status);
    if (was === undefined || now === undefined) {
      if (was !== undefined) {
        enterStatus(walk, "removed", status, { base: was.pointer, head: head.pointer });
      }
      if (now !== undefined) {
        enterStatus(walk, "added", status, { base: base.pointer, head: now.pointer });
      }
      continue;
    }
    if (context.unchanged(was.pointer, now.pointer)) continue;
    const location = child("", status);
    // What is said of a range is not what is said of a code in it, though both hold for the code.
    if (was.status === now.status) {
      compareDocumentation(context, "response", location, was, now, [base.name]);
    }
    compareFields(walk, {
      direction: "response",
      part: "header",
      location: child(location, "header"),
      base: was.headers,
      head: now.headers,
      baseOwner: was.pointer,
      headOwner: now.pointer,
    });
    compareContent(walk, "response", child(location, "body"), was, now);
  }
}

function enterStatus(
  walk: Walk,
  keyword: "added" | "removed",
  status: string,
  at: { readonly base: string; readonly head: string },
): void {
  enter(walk, {
    direction: "response",
    part: "status",
    keyword,
    location: child("", status),
    basePointer: at.base,
    headPointer: at.head,
    ...(keyword === "added" ? { now: status } : { was: status }),
  });
}
