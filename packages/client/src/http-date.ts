const months = "JanFebMarAprMayJunJulAugSepOctNovDec";
const time = String.raw`(\d\d):(\d\d):(\d\d)`;
const month = String.raw`([A-Z][a-z]{2})`;
// RFC 9110 §5.6.7: IMF-fixdate, then the two obsolete forms, rfc850-date and asctime-date.
const forms: readonly (readonly [form: string, order: readonly number[]])[] = [
  [String.raw`[A-Z][a-z]{2}, (\d\d) ${month} (\d{4}) ${time} GMT`, [3, 2, 1, 4, 5, 6]],
  [String.raw`[A-Z][a-z]+day, (\d\d)-${month}-(\d\d) ${time} GMT`, [3, 2, 1, 4, 5, 6]],
  [String.raw`[A-Z][a-z]{2} ${month} ([ \d]\d) ${time} (\d{4})`, [6, 1, 2, 3, 4, 5]],
];

/**
 * Reads an HTTP-date (RFC 9110 §5.6.7), in all three forms and nothing else.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z, or undefined for anything that is no HTTP-date
 */
export function parseHttpDate(text: string, nowMs: number): number | undefined {
  for (const [form, order] of forms) {
    const match = new RegExp(`^${form}$`).exec(text);
    if (match === null) continue;
    const [yearText = "", monthText = "", ...rest] = order.map((index) => match[index]);
    const [day = 0, hours = 0, minutes = 0, seconds = 0] = rest.map(Number);
    const monthIndex = months.indexOf(monthText) / 3;
    if (!Number.isInteger(monthIndex) || monthIndex < 0) return;
    const at = (year: number): number => Date.UTC(year, monthIndex, day, hours, minutes, seconds);
    let year = Number(yearText);
    if (yearText.length === 2) {
      // "more than 50 years in the future" means "the most recent year in the past that had the
      // same last two digits" (RFC 9110 §5.6.7).
      const now = new Date(nowMs);
      year += now.getUTCFullYear() - (now.getUTCFullYear() % 100);
      if (at(year) > now.setUTCFullYear(now.getUTCFullYear() + 50)) year -= 100;
    }
    const ms = at(year);
    // Date.UTC carries over: 31 February would become March. A leap second may carry.
    const carried = new Date(ms - (seconds === 60 ? 1000 : 0));
    return carried.getUTCDate() === day && hours < 24 && minutes < 60 && seconds < 61
      ? ms
      : undefined;
  }
  return;
}
