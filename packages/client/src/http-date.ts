// IMF-fixdate, rfc850-date, asctime-date.
const forms =
  /^(\w{3})(?:, (\d\d) (\w{3}) (\d{4})|\w*day, (\d\d)-(\w{3})-(\d\d)| (\w{3}) ([ \d]\d)) (\S+) (GMT|\d{4})$/;

/**
 * Reads an HTTP-date (RFC 9110 §5.6.7) in one of its three forms, nothing else. A date that
 * contradicts its own day of the week is none.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z, or NaN
 */
export function parseHttpDate(text: string, nowMs: number): number {
  const [, weekday, d1, m1, y1, d2, m2, y2, m3, d3 = "", time, end] = forms.exec(text) ?? [];
  const read = (year: string | number | undefined): number => {
    const fixdate =
      `${weekday}, ${d1 ?? d2 ?? d3.replace(" ", "0")} ${m1 ?? m2 ?? m3} ${year} ${time} ${m3 ? "GMT" : end}`
        // A leap second, which Date does not know.
        .replace(":60 ", ":59 ");
    const ms = Date.parse(fixdate);
    // Date.parse is lenient; what it reads back in the same letters was an IMF-fixdate.
    return new Date(ms).toUTCString() === fixdate ? ms : Number.NaN;
  };
  if (!y2) return read(y1 ?? end);
  const now = new Date(nowMs);
  const year = now.getUTCFullYear();
  const near = year - (year % 100) + Number(y2);
  // What seems more than 50 years ahead is the latest past year with those two digits.
  return read(near) <= now.setUTCFullYear(year + 50) ? read(near) : read(near - 100);
}
