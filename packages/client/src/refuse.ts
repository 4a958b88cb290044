import { describeValue } from "./describe-value.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";

/** Refuses options that cannot work. */
export function refuse(reason: string): never {
  throw new ConfigurationError({ reason });
}

/** Refuses an option aloud. */
export function refuseOption(name: string, expected: string, value: unknown): never {
  return refuse(`${name}: expected ${expected}, received ${describeValue(value)}`);
}
