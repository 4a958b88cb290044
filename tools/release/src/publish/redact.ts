/** Names of variables that hold a credential, as npm, GitHub and we write them. */
const secretName = /token|secret|password|passwd|_auth|otp|credential/i;

/** Values of an environment that must not be shown. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(env)
    .filter(([name, value]) => secretName.test(name) && (value ?? "").length >= 6)
    .map(([, value]) => value ?? "")
    .toSorted((a, b) => b.length - a.length);
}

/** A text without the secrets, also where one was written into an address or as base64. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), btoa(encodeURI(secret))])
    .reduce((shown, secret) => shown.replaceAll(secret, "***"), text)
    .replaceAll(/\bnpm_[A-Za-z0-9]{36}\b/g, "***")
    .replaceAll(/\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}\b/g, "***");
}
