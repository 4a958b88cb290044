const asctime = /^(\w{3}) (\w{3}) ([ \d]\d) (\S+) (\d{4})$/;
const rfc850 = /^(\w{3})\w*day, (\d\d)-(\w{3})-(\d\d) (\S+) GMT$/;

/**
 * Reads an HTTP-date (RFC 9110 §5.6.7): IMF-fixdate, rfc850-date or asctime-date, nothing else. A
 * date that contradicts its own day of the week is none.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z, or undefined
 */
export function parseHttpDate(text: string, nowMs: number): number | undefined {
  const fixdate = text
    .replace(
      asctime,
      (_, weekday: string, month: string, day: string, time: string, year: string) =>
        `${weekday}, ${day.replace(" ", "0")} ${month} ${year} ${time} GMT`,
    )
    .replace(
      rfc850,
      (_, weekday: string, day: string, month: string, year: string, time: string) => {
        const now = new Date(nowMs);
        const at = (century: number): string => `${day} ${month} ${century}${year} ${time} GMT`;
        const century = Math.floor(now.getUTCFullYear() / 100);
        // What seems more than 50 years ahead is the latest past year with those two digits.
        const ahead = Date.parse(at(century)) > now.setUTCFullYear(now.getUTCFullYear() + 50);
        return `${weekday}, ${at(ahead ? century - 1 : century)}`;
      },
    )
    // A leap second, which Date does not know.
    .replace(":60 GMT", ":59 GMT");
  const ms = Date.parse(fixdate);
  // Date.parse is lenient; what it reads back in the same letters was an IMF-fixdate.
  return new Date(ms).toUTCString() === fixdate ? ms : undefined;
}
