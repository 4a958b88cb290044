/**
 * What is known of a `format`. Implementations differ at the edges (is `:60` a second?), so a format
 * is bounded from both sides: no implementation accepts what `within` refuses, every one accepts
 * the `samples`.
 */
export interface Format {
  readonly within: string;
  readonly samples: readonly string[];
  /** A value of this many characters, where the format has one that long. */
  readonly ofLength?: (length: number) => string | undefined;
  /** Formats that every value of this one has too. */
  readonly subsetOf?: readonly string[];
}

const hex = "[0-9A-Fa-f]";
const date = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const time = "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]+)?(?:[Zz]|[+\\-][0-9]{2}(?::?[0-9]{2})?)?";
const uri = "^[A-Za-z][A-Za-z0-9+.\\-]*:[^ ]*$";

/** Goes on from a start for as long as wanted. */
const filled =
  (start: string) =>
  (length: number): string | undefined =>
    length <= start.length ? undefined : start.padEnd(length, "a");

/** Labels of 63 characters at most, 253 characters in all (RFC 1123 §2.1). */
function hostname(length: number): string | undefined {
  if (length < 1 || length > 253) return undefined;
  const labels = Math.ceil((length + 1) / 64);
  const text = Array.from({ length: labels }, () => "a".repeat(63)).join(".");
  // A label may not be empty: where the cut begins with a dot, the dot moves on.
  const cut = text.slice(text.length - length);
  return cut.startsWith(".") ? `a.${cut.slice(2)}` : cut;
}

/** 64 characters before the sign at most (RFC 5321 §4.5.3.1). */
function email(length: number): string | undefined {
  const local = Math.min(64, length - 6);
  const host = hostname(length - local - 5);
  return local < 1 || host === undefined ? undefined : `${"a".repeat(local)}@${host}.com`;
}

/** Fractions of a second have as many digits as one likes (RFC 3339 §5.6). */
function dateTime(length: number): string | undefined {
  return length < 22 ? undefined : `2000-01-01T00:00:00.${"0".repeat(length - 21)}Z`;
}

/** The formats of JSON Schema 2020-12 (Validation §7.3), and `url`. */
export const formats: Readonly<Record<string, Format>> = {
  "date-time": {
    ofLength: dateTime,
    within: `^${date}[Tt\\s]${time}$`,
    samples: ["2000-01-01T00:00:00Z", "2000-01-01T00:00:00.5Z", "2000-01-01T00:00:00+01:00"],
  },
  date: { within: `^${date}$`, samples: ["2000-01-01", "1999-12-31"] },
  time: { within: `^${time}$`, samples: ["00:00:00Z", "00:00:00.5Z", "00:00:00+01:00"] },
  duration: { within: "^P[0-9WYMDTHS.,]+$", samples: ["P1D", "PT1H", "P1Y2M3DT4H5M6S"] },
  email: {
    ofLength: email,
    within: "^[^]+@[^]+$",
    samples: ["a@example.com", "b@example.org", "first.last@example.com", "a@b.co"],
    subsetOf: ["idn-email"],
  },
  "idn-email": { within: "^[^]+@[^]+$", samples: ["a@example.com"] },
  hostname: {
    ofLength: hostname,
    within: "^[A-Za-z0-9\\-.]+$",
    samples: ["example.com", "a", "a.example.org"],
    subsetOf: ["idn-hostname"],
  },
  "idn-hostname": { within: "^[^ ]+$", samples: ["example.com", "a"] },
  ipv4: { within: "^[0-9]{1,3}(?:[.][0-9]{1,3}){3}$", samples: ["192.0.2.1", "198.51.100.255"] },
  ipv6: { within: "^[0-9A-Fa-f:.]{2,45}$", samples: ["2001:db8::1", "::1"] },
  uri: {
    ofLength: filled("https://example.com/"),
    within: uri,
    samples: ["https://example.com/", "https://example.com/a?b#c", "urn:a:b", "a:b"],
    subsetOf: ["uri-reference", "iri", "iri-reference"],
  },
  url: {
    ofLength: filled("https://example.com/"),
    within: uri,
    samples: ["https://example.com/", "https://example.com/a"],
  },
  "uri-reference": {
    ofLength: filled("/"),
    within: "^[^ ]*$",
    samples: ["/a", "https://example.com/"],
    subsetOf: ["iri-reference"],
  },
  iri: {
    ofLength: filled("https://example.com/"),
    within: uri,
    samples: ["https://example.com/"],
    subsetOf: ["iri-reference"],
  },
  "iri-reference": {
    ofLength: filled("/"),
    within: "^[^ ]*$",
    samples: ["/a", "https://example.com/"],
  },
  "uri-template": {
    ofLength: filled("/"),
    within: "^[^ ]*$",
    samples: ["/a/{b}", "https://example.com/{a}"],
  },
  uuid: {
    within: `^${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}$`,
    samples: ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
  },
  "json-pointer": { ofLength: filled("/"), within: "^(?:/[^]*)?$", samples: ["/a", "", "/a/0"] },
  "relative-json-pointer": { within: "^[0-9]+(?:#|/[^]*)?$", samples: ["0", "1/a", "0#"] },
  regex: { ofLength: filled(""), within: "", samples: ["a", "^[a-z]+$"] },
};

/** Whether every string of format `inner` has format `outer`; `undefined` where nobody knows. */
export function isFormatWithin(inner: string, outer: string): boolean {
  return inner === outer || (formats[inner]?.subsetOf ?? []).includes(outer);
}

/** A string that no implementation takes for a regular expression. */
export const notARegex = "(";
