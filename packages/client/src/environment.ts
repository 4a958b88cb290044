/** The environment's variable of that name; undefined where it is absent, empty or unreadable. */
export function readEnvironment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  try {
    return process?.env?.[name] || undefined;
  } catch {
    // Deno asks for a permission, and throws if it is refused.
    return undefined;
  }
}
