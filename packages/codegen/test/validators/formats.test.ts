import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assertedFormats } from "../../src/validators/formats.ts";
import { compileSchema, createModules, type Validate } from "./compile-validators.ts";

/** `notAjv`: where ajv-formats judges otherwise than the RFC. */
const rows: Readonly<
  Record<
    string,
    { valid: readonly string[]; invalid: readonly string[]; notAjv?: readonly string[] }
  >
> = {
  "date-time": {
    valid: [
      "2016-08-01T22:10:40Z",
      "1985-04-12T23:20:50.52Z",
      "1996-12-19T16:39:57-08:00",
      "1990-12-31T23:59:60Z",
      "1990-12-31T15:59:60.123-08:00",
      "1991-01-01T05:29:60+05:30",
      "2020-02-29t00:00:00z",
      "0000-02-29T00:00:00Z",
      "9999-12-31T23:59:59.999999999Z",
    ],
    invalid: [
      "",
      "2016-08-01",
      "2016-08-01T22:10:40",
      "2016-08-01 22:10:40Z",
      "2016-8-1T22:10:40Z",
      "1990-02-31T15:59:59-08:00",
      "2021-02-29T00:00:00Z",
      "1900-02-29T00:00:00Z",
      "2021-13-01T00:00:00Z",
      "2021-00-01T00:00:00Z",
      "2021-01-00T00:00:00Z",
      "2021-04-31T00:00:00Z",
      "2021-01-01T24:00:00Z",
      "2021-01-01T23:60:00Z",
      "1998-12-31T23:59:61Z",
      "1998-12-31T23:58:60Z",
      "1998-12-31T22:59:60Z",
      "2021-01-01T00:00:00+24:00",
      "2021-01-01T00:00:00+00:60",
      "2021-01-01T00:00:00+0100",
      "2021-01-01T00:00:00.Z",
      "2016-08-01T22:10:40Z\n",
      "Mon, 01 Aug 2016 22:10:40 GMT",
      "২016-08-01T22:10:40Z",
    ],
    notAjv: ["2016-08-01 22:10:40Z", "2021-01-01T00:00:00+0100"],
  },
  date: {
    valid: ["2020-02-29", "2000-02-29", "1963-06-19", "2021-12-31"],
    invalid: [
      "",
      "2021-02-29",
      "2021-06-31",
      "2021-1-1",
      "06/19/1963",
      "2013-350",
      "1963-06-1৪",
      "+2020-02-29",
      "2020-02-29Z",
    ],
  },
  time: {
    valid: [
      "08:30:06Z",
      "08:30:06.283185Z",
      "23:59:60Z",
      "08:30:06+00:20",
      "15:59:60-08:00",
      "00:29:60+00:30",
      "08:30:06z",
    ],
    invalid: [
      "",
      "08:30:06",
      "8:30:06Z",
      "24:00:00Z",
      "23:60:00Z",
      "22:59:60Z",
      "23:59:60+01:00",
      "08:30:06 PST",
      "12:00:00Z+00:30",
      "01:01:01,1111",
      "00:00:60Z",
    ],
  },
  duration: {
    valid: ["P4DT12H30M5S", "P4Y", "PT0S", "P0D", "P1M", "PT1M", "PT36H", "P2W", "P1Y2M3DT4H5M6S"],
    invalid: [
      "",
      "P",
      "PT",
      "P1",
      "P1YT",
      "P2D1Y",
      "PT1D",
      "P1Y2W",
      "P1S",
      "4DT",
      "P২Y",
      "P-1D",
      "P0.5D",
      "P1YD",
      "P1Y1D",
      "PT1H1S",
    ],
    notAjv: ["P1Y1D", "PT1H1S"],
  },
  email: {
    valid: [
      "joe.bloggs@example.com",
      "te~st@example.com",
      "~test@example.com",
      "te.s.t@example.com",
      "a+b@sub.example.co",
      '"joe bloggs"@example.com',
      "joe.bloggs@[127.0.0.1]",
      "joe@localhost",
    ],
    invalid: [
      "",
      "2962",
      ".test@example.com",
      "test.@example.com",
      "te..st@example.com",
      "joe@",
      "@example.com",
      "joe@-a.com",
      "joe@a-.com",
      "a b@example.com",
      "joe@example.com\n",
      "joe@exa_mple.com",
    ],
    notAjv: ['"joe bloggs"@example.com', "joe.bloggs@[127.0.0.1]", "joe@localhost"],
  },
  hostname: {
    valid: [
      "www.example.com",
      "a",
      "1host",
      "xn--4gbwdl.xn--wgbh1c",
      `${"a".repeat(63)}.com`,
      "hostnam3",
      "a-b--c",
    ],
    invalid: [
      "",
      "-a",
      "a-",
      "a_b",
      "a..b",
      `${"a".repeat(64)}.com`,
      "a b",
      `${"abc.".repeat(70)}com`,
      "ü.de",
      ".a",
      "a.",
    ],
    notAjv: ["a."],
  },
  ipv4: {
    valid: ["192.168.0.1", "0.0.0.0", "255.255.255.255", "87.10.0.1"],
    invalid: [
      "",
      "127.0.0.0.1",
      "256.256.256.256",
      "127.0",
      "0x7f000001",
      "2130706433",
      "087.10.0.1",
      "1.2.3.4/24",
      "1২7.0.0.1",
      "1.2.3.",
      "1.2.3.4.",
    ],
  },
  ipv6: {
    valid: [
      "::1",
      "::",
      "::abef",
      "1::",
      "d6::",
      "2001:db8::1",
      "1:2:3:4:5:6:7:8",
      "1:d6::42",
      "1::d6:192.168.0.1",
      "::ffff:192.168.0.1",
      "::42:ff:1",
      "1000:1000:1000:1000:1000:1000:255.255.255.255",
      "1:2:3:4:5:6:7::",
      "::2:3:4:5:6:7:8",
    ],
    invalid: [
      "",
      ":",
      "12345::",
      "1:1:1:1:1:1:1:1:1:1",
      "::laptop",
      "1::1::1",
      "::192.168.0.256",
      ":2:3:4:5:6:7:8",
      "1:2:3:4:5:6:7:",
      ":::",
      "1:2:3:4:5:6:7",
      "fe80::a%eth1",
      "1.2.3.4",
      "::1/64",
      "1:2:3:4:1.2.3",
      "1::2:192.168.ff.1",
      "1২::",
      "1:2:3:4:5:6:7:8::",
      "1.2.3.4::",
      "100:100:100:100:100:100:255.255.255.255.255",
      "1:2:3:4:5:6:1.2.3.4:7",
    ],
  },
  uri: {
    valid: [
      "https://flex-api.twilio.com/v1/Channels/CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "http://foo.bar/?baz=qux#quux",
      "http://foo.com/blah_(wikipedia)_blah#cite-1",
      "http://foo.bar/?q=Test%20URL-encoded%20stuff",
      "http://xn--nw2a.xn--j6w193g/",
      "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com",
      "http://223.255.255.254",
      "ftp://ftp.is.co.za/rfc/rfc1808.txt",
      "ldap://[2001:db8::7]/c=GB?objectClass?one",
      "mailto:John.Doe@example.com",
      "news:comp.infosystems.www.servers.unix",
      "tel:+1-816-555-1212",
      "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
      "file:///etc/passwd",
      "http://[v1.a]/",
      "a:",
    ],
    invalid: [
      "",
      "//foo.bar/?baz=qux#quux",
      "/abc",
      "\\\\WINDOWS\\fileshare",
      "abc",
      "http:// shouldfail.com",
      ":// should fail",
      "bar,baz:foo",
      "https://[@example.org/test.txt",
      "https://example.org/foobar\\.txt",
      "https://example.org/foobar<>.txt",
      "https://example.org/foobar{}.txt",
      "https://example.org/foobar^.txt",
      "https://example.org/foobar`.txt",
      "https://example.org/foo bar.txt",
      "https://example.org/foobar|.txt",
      "https://example.org/%zz",
      "https://example.org/%2",
      "https://a:b:c/",
      "https://a[b]/",
      "https://example.org/[x]",
      "https://example.org/#a#b",
      "https://ü.example/",
      "1http://a",
      "https://example.org/\n",
    ],
    notAjv: ["a:", "https://a:b:c/"],
  },
  "uri-reference": {
    valid: [
      "http://foo.bar/?baz=qux#quux",
      "//foo.bar/?baz=qux#quux",
      "/abc",
      "abc",
      "#fragment",
      "",
      "?q",
      "a/b:c",
      "./a:b",
      "../x",
    ],
    invalid: ["\\\\WINDOWS\\fileshare", "#frag\\ment", "1:b", "a b", "/%", "#a#b", "[a]"],
    notAjv: ["1:b"],
  },
  "uri-template": {
    valid: [
      "",
      "https://api.github.com/repos{/owner}{/repo}/hooks{?page,per_page*}",
      "http://example.com/dictionary/{term:1}/{term}",
      "map?{x,y}",
      "{+path}/here",
      "{#a.b}",
      "a%20b{%20}",
      "/ü",
    ],
    invalid: [
      "http://example.com/dictionary/{term:1}/{term",
      "{}",
      "a b",
      "{a b}",
      "}",
      "{a",
      "%2",
      "{:1}",
      "{a:0}",
      "<a>",
      "{{a}}",
      "a|b",
    ],
    notAjv: ["{#a.b}"],
  },
  uuid: {
    valid: [
      "2EB8AA08-AA98-11EA-B4AA-73B441D16380",
      "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
      "00000000-0000-0000-0000-000000000000",
    ],
    invalid: [
      "",
      "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
      "2eb8aa08-aa98-11ea-73b441d16380",
      "2eb8aa08aa9811eab4aa73b441d16380",
      "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
      "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}",
      "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380",
    ],
    notAjv: ["urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380"],
  },
  "json-pointer": {
    valid: ["", "/foo/bar~0/baz~1/%a", "/", "//", "/ü", "/a b", "/\u2028"],
    invalid: ["a", "/foo/bar~", "/~2", "#", "#/", "a/b", "/~0~"],
  },
};

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const modules = createModules();
afterAll(modules.remove);

describe.each(Object.entries(rows))("format %s", (format, { valid, invalid, notAjv = [] }) => {
  let validate: Validate = () => [];
  beforeAll(async () => {
    ({ validate } = await compileSchema(modules, { format }));
  });
  test.each(valid)("takes %j", (text) => {
    expect(validate(text)).toEqual([]);
    expect(ajv.validate({ format }, text)).toBe(!notAjv.includes(text));
  });
  test.each(invalid)("refuses %j", (text) => {
    expect(validate(text)).toMatchObject([{ keyword: "format", expected: format }]);
    expect(ajv.validate({ format }, text)).toBe(notAjv.includes(text));
  });
  test("leaves what is no string alone", () => {
    expect(validate(1)).toEqual([]);
  });
});

const sizes: readonly { format: string; valid: readonly unknown[]; invalid: readonly number[] }[] =
  [
    {
      format: "int32",
      valid: [0, 2 ** 31 - 1, -(2 ** 31), "2147483648"],
      invalid: [0.5, 2 ** 31, -(2 ** 31) - 1, Infinity],
    },
    {
      format: "int64",
      valid: [0, 2 ** 62, -(2 ** 63), "9223372036854775808"],
      invalid: [0.5, 2 ** 63, -(2 ** 64), Infinity],
    },
  ];

test.each(sizes)("format $format takes whole numbers of its size only", async (row) => {
  const { validate } = await compileSchema(modules, { format: row.format });
  expect(row.valid.map((value) => validate(value).length)).toEqual(row.valid.map(() => 0));
  expect(row.invalid.map((value) => validate(value).length)).toEqual(row.invalid.map(() => 1));
});

const long = 4_000_000;
const longTexts: readonly string[] = [
  "a".repeat(long),
  "/".repeat(long),
  `/${"~0".repeat(long / 2)}`,
  "a.".repeat(long / 2),
  `${"a.".repeat(long / 2)}a@b.c`,
  `"${"\\a".repeat(long / 2)}"@b.c`,
  "{a}".repeat(long / 4),
  `{${"a,".repeat(long / 2)}a}`,
  `a:${"%41".repeat(long / 4)}`,
  "1:".repeat(long / 2),
  `P${"1".repeat(long)}Y`,
];

test.each(["email", "json-pointer", "uri-template"])(
  "format %s judges a string of 4 MB",
  async (format) => {
    const { validate } = await compileSchema(modules, { format });
    for (const text of longTexts) expect(validate(text).length).toBeLessThan(2);
  },
);

test("a pattern that an engine cannot match against a string of 4 MB does not hold", async () => {
  const { validate } = await compileSchema(modules, {
    pattern: "^(a|b)*$",
    patternProperties: { "^(c|d)*$": { type: "string" } },
  });
  expect(validate("ab")).toEqual([]);
  expect(validate("ab".repeat(long))).toMatchObject([{ keyword: "pattern" }]);
  expect(validate({ ["cd".repeat(long)]: 1 })).toEqual([]);
});

test("every asserted format has rows", () => {
  expect([...Object.keys(rows), ...sizes.map(({ format }) => format)].toSorted()).toEqual(
    [...assertedFormats.keys()].toSorted(),
  );
});
