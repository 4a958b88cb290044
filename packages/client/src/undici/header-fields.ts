import type { HeadersLike } from "../transport.ts";

/** Header fields as undici parses them: names in lower case, one value or all of them. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads header fields as `Headers` does (Fetch §5.1), without making one. */
export class HeaderFields implements HeadersLike {
  readonly #fields: Fields;

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  get(name: string): string | null {
    const key = name.toLowerCase();
    const value = Object.hasOwn(this.#fields, key) ? this.#fields[key] : undefined;
    if (value === undefined) return null;
    return typeof value === "string" ? value : value.join(", ");
  }

  forEach(callback: (value: string, name: string) => void): void {
    for (const name of Object.keys(this.#fields).toSorted()) {
      // The one field whose values cannot be joined (RFC 6265 §3).
      const apart = name === "set-cookie" ? [this.#fields[name] ?? []].flat() : undefined;
      for (const value of apart ?? [this.get(name) ?? ""]) callback(value, name);
    }
  }
}
