/** The environment's variable of that name; undefined where there is none, it is empty or unreadable. */
export function readEnvironment(name: string): string | undefined {
  try {
    // Deno asks for a permission here, and throws if it is refused.
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return process?.env?.[name] || undefined;
  } catch {
    return;
  }
}
