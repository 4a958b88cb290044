import type { OpenApiDocument } from "@flex-channels/document";
import type { Change } from "../compare/change.ts";
import { concernsTypes } from "./concerns-types.ts";
import { listsSameValues } from "./listed-values.ts";
import { withPlaces } from "./with-places.ts";

/**
 * Adds what a consumer's compiler would say to the changes on the wire. No compiler is loaded where
 * nothing that changed can show in a type.
 */
export async function compareSurfaces(
  base: OpenApiDocument,
  head: OpenApiDocument,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  if (!changes.some(concernsTypes) && listsSameValues(base.value, head.value)) return changes;
  const { isSameSurface, surfaceOf } = await import("./surface.ts");
  const was = await surfaceOf(base);
  // Without a client of the base there is no code that was compiled against it.
  if (was === undefined) return changes;
  const now = await surfaceOf(head);
  if (now === undefined) return [...changes, noSurface(changes)];
  if (isSameSurface(was, now)) return changes;
  const { compileConsumer } = await import("./compile-consumer.ts");
  const { sourceChanges } = await import("./source-changes.ts");
  return sourceChanges(compileConsumer(was, now), changes).map((change) =>
    change.part === "source" ? withPlaces(change, base, head) : change,
  );
}

function noSurface(changes: readonly Change[]): Change {
  return {
    kind: "source-undecided",
    direction: "document",
    part: "source",
    keyword: "not-generated",
    operations: [...new Set(changes.flatMap(({ operations }) => operations))],
    instanceLocation: "",
    basePointer: "",
    headPointer: "",
    note: "no client can be generated from the head, so nothing was compiled",
    dependsOnConvention: false,
  };
}
