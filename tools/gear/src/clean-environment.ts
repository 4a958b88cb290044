/** Names that a package manager, a caller's shell or an account adds, and that would change what is measured or proved. */
const foreign: readonly RegExp[] = [
  /^npm_/i,
  /^pnpm_/i,
  /^TWILIO_/,
  /^NODE_(OPTIONS|PATH|ENV|COMPILE_CACHE)$/,
  /^INIT_CWD$/,
];

/**
 * The environment of a child process that must behave as if a stranger had started it: without the
 * settings that `pnpm run` hands down, and without credentials of the service.
 */
export function cleanEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  additions: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept = Object.entries(environment).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !foreign.some((pattern) => pattern.test(entry[0])),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: "1", ...additions };
}
