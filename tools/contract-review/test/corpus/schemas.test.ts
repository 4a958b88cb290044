import { describe, expect, it } from "vitest";
import { type JsonValue, isJsonObject } from "../../src/json/json-value.ts";
import type { Finding } from "../../src/verdict/finding.ts";
import { reviewRow } from "./review-row.ts";
import { equalityRows, inclusionRows } from "./schema-rows.ts";
import { isBody } from "./judge-witness.ts";
import type { DocumentRow } from "./row.ts";

describe("a schema that accepts less, and more", () => {
  it.each(inclusionRows)("$name", async ({ given, want }) => {
    const { bump, findings } = await reviewRow(given);
    const breaking = findings.filter(({ answer }) => answer !== "compatible");
    const causes = want.bump === "major" ? (want.causes ?? 1) : 0;
    expect({ bump, breaking: breaking.map(({ answer }) => answer) }).toEqual({
      bump: want.bump,
      breaking: Array.from({ length: causes }, () => "breaking"),
    });
    for (const finding of breaking) expect(judged(given, finding)).toEqual(wanted);
  });
});

describe("a schema written in other words", () => {
  it.each(equalityRows)("$name", async ({ given, want }) => {
    const { bump, findings } = await reviewRow(given);
    expect({ bump, findings }).toEqual({ bump: want.bump, findings: [] });
  });
});

const wanted = { byProducer: true, byConsumer: false };

/** What the validator says of the witness, in the schema of its sender and of its reader. */
function judged({ base, head }: DocumentRow["given"], { witness, producer }: Finding) {
  if (witness === undefined || witness.kind === "compiler") throw new Error("no witness");
  const body = bodyOf(
    witness.kind === "request" ? witness.message : member(witness.message, "200"),
  );
  const [sender, reader] = producer === "base" ? [base, head] : [head, base];
  return { byProducer: isBody(sender, body), byConsumer: isBody(reader, body) };
}

function bodyOf(message: JsonValue): JsonValue {
  return member(member(message, "body"), "application/json");
}

function member(value: JsonValue, name: string): JsonValue {
  const found = isJsonObject(value) ? value[name] : undefined;
  if (found === undefined) throw new Error(`no ${name} in the witness`);
  return found;
}
