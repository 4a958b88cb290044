import { warn } from "./call.ts";
import type { ClientParts } from "./client-parts.ts";
import { harmless } from "./redact.ts";

/** Warns once an operation of what its service announces (RFC 9745 §2, RFC 8594 §3). */
export const announce: NonNullable<ClientParts["heed"]> = (call, { headers }) => {
  const { warned } = call.settings;
  for (const kind of ["deprecation", "sunset"] as const) {
    const value = headers.get(kind);
    const key = `${kind} ${call.shape.operationId}`;
    if (value !== null && !warned.has(key)) {
      warned.add(key);
      warn(call, kind, `the service announces: ${kind} ${harmless(value) ?? "…"}`);
    }
  }
};
