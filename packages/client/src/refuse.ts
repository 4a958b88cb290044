import { ConfigurationError } from "./errors/configuration-error.ts";
import { describeValue } from "./describe-value.ts";

/** Refuses an option aloud. */
export function refuseOption(name: string, expected: string, value: unknown): never {
  throw new ConfigurationError({
    reason: `${name}: expected ${expected}, received ${describeValue(value)}`,
  });
}
