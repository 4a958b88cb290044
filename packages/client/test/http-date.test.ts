import { describe, expect, test } from "vitest";
import { parseHttpDate } from "../src/http-date.ts";

const now = Date.UTC(2026, 10, 22, 12);
const rows = [
  // The three examples of RFC 9110 §5.6.7, one moment.
  { name: "IMF-fixdate", given: "Sun, 06 Nov 1994 08:49:37 GMT", want: "1994-11-06T08:49:37.000Z" },
  {
    name: "rfc850-date",
    given: "Sunday, 06-Nov-94 08:49:37 GMT",
    want: "1994-11-06T08:49:37.000Z",
  },
  { name: "asctime-date", given: "Sun Nov  6 08:49:37 1994", want: "1994-11-06T08:49:37.000Z" },
  {
    name: "asctime-date with a day of two digits",
    given: "Wed Nov 16 08:49:37 1994",
    want: "1994-11-16T08:49:37.000Z",
  },
  { name: "a leap day", given: "Thu, 29 Feb 2024 00:00:00 GMT", want: "2024-02-29T00:00:00.000Z" },
  {
    name: "a leap second, as the second before",
    given: "Sat, 31 Dec 2016 23:59:60 GMT",
    want: "2016-12-31T23:59:59.000Z",
  },
  {
    name: "a two-digit year within 50 years",
    given: "Friday, 31-Dec-60 23:59:59 GMT",
    want: "2060-12-31T23:59:59.000Z",
  },
  {
    name: "a two-digit year exactly 50 years ahead",
    given: "Sunday, 22-Nov-76 12:00:00 GMT",
    want: "2076-11-22T12:00:00.000Z",
  },
  {
    name: "a two-digit year a second more than 50 years ahead",
    given: "Monday, 22-Nov-76 12:00:01 GMT",
    want: "1976-11-22T12:00:01.000Z",
  },
  {
    name: "a two-digit year that has passed",
    given: "Sunday, 06-Nov-94 08:49:37 GMT",
    want: "1994-11-06T08:49:37.000Z",
  },
  { name: "another zone", given: "Sun, 06 Nov 1994 08:49:37 +0000", want: undefined },
  { name: "a zone in small letters", given: "Sun, 06 Nov 1994 08:49:37 gmt", want: undefined },
  { name: "a day of one digit", given: "Sun, 6 Nov 1994 08:49:37 GMT", want: undefined },
  { name: "a day that the month lacks", given: "Thu, 31 Feb 2026 00:00:00 GMT", want: undefined },
  { name: "an hour that the day lacks", given: "Sun, 06 Nov 1994 24:00:00 GMT", want: undefined },
  {
    name: "a day of the week that contradicts the date",
    given: "Mon, 06 Nov 1994 08:49:37 GMT",
    want: undefined,
  },
  { name: "a month of another language", given: "Sun, 06 Okt 1994 08:49:37 GMT", want: undefined },
  { name: "an asctime-date with a zone", given: "Sun Nov  6 08:49:37 1994 GMT", want: undefined },
  { name: "ISO 8601", given: "1994-11-06T08:49:37Z", want: undefined },
  { name: "white space before it", given: " Sun, 06 Nov 1994 08:49:37 GMT", want: undefined },
  { name: "a line feed after it", given: "Sun, 06 Nov 1994 08:49:37 GMT\n", want: undefined },
  { name: "a number", given: "784111777", want: undefined },
  { name: "nothing", given: "", want: undefined },
];

describe("an HTTP-date is read", () => {
  test.each(rows)("$name", ({ given, want }) => {
    const ms = parseHttpDate(given, now);
    expect(Number.isNaN(ms) ? undefined : new Date(ms).toISOString()).toBe(want);
  });
});
