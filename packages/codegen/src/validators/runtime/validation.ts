/** One way in which a value differs from its schema. */
export interface Issue {
  /** Property names and array indexes that lead from the value to the place, as they stand in the value. */
  readonly path: readonly (string | number)[];
  /** The JSON Schema keyword that does not hold. */
  readonly keyword: string;
  /** What the document asks for. */
  readonly expected: string;
  /** JSON type and length of what is there, never its content: a value may be a secret. */
  readonly received: string;
}

/** An issue as Standard Schema words it. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly PropertyKey[] | undefined;
}

/** The interface of standardschema.dev, version 1. */
export interface StandardSchemaV1<T = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: T; readonly issues?: undefined }
      | { readonly issues: readonly StandardIssue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** Judges a value: the issues found, at most ten; an empty list means valid. */
export interface Validator<T = unknown> extends StandardSchemaV1<T> {
  (value: unknown): readonly Issue[];
}

/** Property names and item indexes that some keyword has looked at (JSON Schema 2020-12 Core §11). */
export type Evaluated = Set<PropertyKey>;

/** A schema, or one keyword of a schema, as a function. */
export type Check = (value: unknown, evaluated?: Evaluated) => readonly Issue[];

/** Checks that are reached by two names. */
export type Checks = Readonly<Record<string, Readonly<Record<string, Check>>>>;

type JsonObject = Readonly<Record<string, unknown>>;

const valid: readonly Issue[] = /* @__PURE__ */ Object.freeze([]);
const issueLimit = 10;

/** How deep checks may call checks: about half of what fits a stack of 1 MB, the other half is the caller's. */
const depthLimit = 2_000;

/** A property that is undefined is absent, as `JSON.stringify` has it. */
const has = (value: JsonObject, name: string): boolean =>
  Object.hasOwn(value, name) && value[name] !== undefined;

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

const isObject = (value: unknown): value is JsonObject => typeOf(value) === "object";

const describe = (value: unknown): string =>
  typeof value === "string"
    ? `string of length ${Array.from(value).length}`
    : Array.isArray(value)
      ? `array of length ${value.length}`
      : typeOf(value);

const issue = (keyword: string, expected: string, value: unknown): readonly Issue[] => [
  { path: [], keyword, expected, received: describe(value) },
];

/** Adds what was found below `path`, up to the limit. */
const join = (
  issues: readonly Issue[],
  found: readonly Issue[],
  ...path: readonly (string | number)[]
): readonly Issue[] =>
  found.length > 0
    ? [...issues, ...found.map((one) => ({ ...one, path: [...path, ...one.path] }))].slice(
        0,
        issueLimit,
      )
    : issues;

const assertion =
  (keyword: string, expected: string, holds: (value: unknown) => boolean): Check =>
  (value) =>
    holds(value) ? valid : issue(keyword, expected, value);

/** An assertion about strings; other values pass (JSON Schema Validation §6). */
const text = (keyword: string, expected: string, holds: (value: string) => boolean): Check =>
  assertion(keyword, expected, (value) => typeof value !== "string" || holds(value));

/** A check with the interface of Standard Schema around it. */
export function validator<T>(check: Check): Validator<T>;
export function validator(check: Check): Validator {
  return Object.assign((value: unknown) => check(value), {
    "~standard": {
      version: 1 as const,
      vendor: "flex-channels",
      validate: (value: unknown) => {
        const issues = check(value);
        return issues.length > 0
          ? {
              issues: issues.map((found) =>
                Object.assign(
                  { message: `expected ${found.expected}, received ${found.received}` },
                  found,
                ),
              ),
            }
          : { value };
      },
    },
  });
}

/** A check, built when it is first needed. */
export const lazy = (make: () => Check): Check => {
  let check: Check | undefined;
  return (value, evaluated) => (check ??= make())(value, evaluated);
};

let depth = 0;
let run = 0;

/**
 * A check that may reach itself, `levels` calls further down. It descends so far and no further, and
 * judges an object once a run: where several schemas recurse into one property, it would be 2^depth.
 */
export const recursive = (make: () => Check, levels: number): Check => {
  const check = lazy(make);
  let known = new WeakMap<object, { issues: readonly Issue[]; evaluated: Evaluated | undefined }>();
  let knownIn = 0;
  return (value, evaluated) => {
    if (typeof value !== "object" || value === null) {
      return check(value, evaluated);
    }
    if (depth + levels > depthLimit) {
      return issue("$ref", "less nesting", value);
    }
    run += depth === 0 ? 1 : 0;
    if (knownIn !== run) {
      known = new WeakMap();
      knownIn = run;
    }
    let found = known.get(value);
    if (!found || (evaluated && !found.evaluated)) {
      depth += levels;
      try {
        const mine: Evaluated | undefined = evaluated && new Set();
        found = { issues: check(value, mine), evaluated: mine };
      } finally {
        depth -= levels;
      }
      known.set(value, found);
    }
    found.evaluated?.forEach((key) => evaluated?.add(key));
    return found.issues;
  };
};

/** The schema `true`. */
export const anything: Check = () => valid;

/** The schema `false`, as the value of `keyword`. */
export const nothing = (keyword: string): Check => assertion(keyword, "nothing", () => false);

/** `nullable` of OpenAPI 3.0 where more than a type stands beside it. */
export const nullable =
  (check: Check): Check =>
  (value, evaluated) =>
    value === null ? valid : check(value, evaluated);

/** Keywords of one value, judged in order up to the first that does not hold. */
export const first =
  (...checks: readonly Check[]): Check =>
  (value, evaluated) => {
    for (const check of checks) {
      const issues = check(value, evaluated);
      if (issues.length > 0) {
        return issues;
      }
    }
    return valid;
  };

// ---- Any value

export const type = (...types: readonly string[]): Check =>
  assertion("type", types.join(" or "), (value) => types.includes(typeOf(value)));

/** `type` where `number` or `integer` is allowed: 1.0 is an integer, NaN is not JSON. */
export const numericType = (...types: readonly string[]): Check =>
  assertion("type", types.join(" or "), (value) =>
    typeof value === "number"
      ? types.includes("number")
        ? Number.isFinite(value)
        : Number.isInteger(value)
      : types.includes(typeOf(value)),
  );

const oneOfTexts = (texts: readonly string[]): string =>
  texts.length > 1
    ? `one of ${texts.slice(0, 10).join(", ")}${texts.length > 10 ? ", …" : ""}`
    : texts.join("");

/** `enum` or `const` of strings, numbers, booleans and null. */
export const values = (keyword: string, allowed: readonly unknown[]): Check =>
  assertion(
    keyword,
    oneOfTexts(allowed.slice(0, 11).map((value) => JSON.stringify(value))),
    (value) => allowed.includes(value),
  );

/** `enum` or `const` with an array or an object among the values, each as its canonical text. */
export const structures = (keyword: string, allowed: readonly string[]): Check =>
  assertion(keyword, oneOfTexts(allowed), (value) => allowed.includes(canonicalText(value) ?? ""));

const sorted = (value: JsonObject): JsonObject => {
  const names = Object.keys(value);
  names.sort();
  return Object.fromEntries(names.map((name) => [name, value[name]]));
};

/** Would JSON.stringify write null for it, or in it, that is none? */
const hasNoText = (member: unknown): boolean =>
  typeof member === "number"
    ? !Number.isFinite(member)
    : Array.isArray(member) &&
      (member.includes(undefined) ||
        member.some((item) => /^(function|symbol)$/.test(typeof item)));

/** JSON text with sorted names: equal texts, equal values. Nothing for what has no such text. */
export const canonicalText = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value, (_, member: unknown) => {
      if (hasNoText(member)) throw new TypeError();
      return isObject(member) ? sorted(member) : member;
    });
  } catch {
    return undefined;
  }
};

// ---- Several schemas for one value

/** Keywords that are all judged. */
export const allOf =
  (checks: readonly Check[]): Check =>
  (value, evaluated) => {
    let issues = valid;
    for (const check of checks) {
      issues = join(issues, check(value, evaluated));
    }
    return issues;
  };

/** What a schema has evaluated counts only if the schema holds. */
const judgeApart = (check: Check, value: unknown, evaluated?: Evaluated): readonly Issue[] => {
  const mine: Evaluated | undefined = evaluated && new Set();
  const issues = check(value, mine);
  if (issues.length === 0) {
    mine?.forEach((key) => evaluated?.add(key));
  }
  return issues;
};

/** A schema that the value was not meant for: of another type, or with another fixed value. */
const isForeign = (issues: readonly Issue[]): boolean =>
  issues.some(
    ({ keyword, path }) =>
      (keyword === "type" && path.length === 0) ||
      (/^(const|enum)$/.test(keyword) && path.length < 2),
  );

/** The issues of the one schema that the value was meant for, or one issue that names the keyword. */
const noneHolds = (
  keyword: string,
  value: unknown,
  failures: readonly (readonly Issue[])[],
): readonly Issue[] => {
  const [only, ...others] = failures.filter((issues) => !isForeign(issues));
  return only && others.length === 0
    ? only
    : issue(keyword, `a value of one of ${failures.length} schemas`, value);
};

export const anyOf =
  (checks: readonly Check[]): Check =>
  (value, evaluated) => {
    const failures: (readonly Issue[])[] = [];
    for (const check of checks) {
      const issues = judgeApart(check, value, evaluated);
      if (issues.length > 0) {
        failures.push(issues);
      } else if (!evaluated) {
        return valid;
      }
    }
    return failures.length < checks.length ? valid : noneHolds("anyOf", value, failures);
  };

export const oneOf =
  (checks: readonly Check[]): Check =>
  (value, evaluated) => {
    const failures = checks
      .map((check) => judgeApart(check, value, evaluated))
      .filter((issues) => issues.length > 0);
    const holding = checks.length - failures.length;
    return holding === 1
      ? valid
      : holding === 0
        ? noneHolds("oneOf", value, failures)
        : issue("oneOf", `a value of one schema only, not of ${holding}`, value);
  };

export const not = (check: Check): Check =>
  assertion("not", "another value", (value) => check(value).length > 0);

/** `if`, `then`, `else`. */
export const conditional =
  (condition: Check, then: Check, otherwise: Check): Check =>
  (value, evaluated) =>
    (judgeApart(condition, value, evaluated).length === 0 ? then : otherwise)(value, evaluated);

// ---- Strings

/** `minLength`, `maxLength`: in code points, so a pair of surrogates counts once (JSON Schema Validation §6.3.1). */
export const length =
  (min: number, max: number = Infinity): Check =>
  (value) => {
    if (typeof value !== "string") {
      return valid;
    }
    const size = value.length - (value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
    return size < min
      ? issue("minLength", `at least ${min} characters`, value)
      : size > max
        ? issue("maxLength", `at most ${max} characters`, value)
        : valid;
  };

/** `pattern` without groups: an engine matches it without a stack, however long the string. */
export const pattern = (source: string, flags: string = "u"): Check => {
  const expression = new RegExp(source, flags);
  return text("pattern", `${expression}`, (value) => expression.test(value));
};

/** A string so long that the engine gives up does not match. */
const matches = (expression: RegExp, value: string): boolean => {
  try {
    return expression.test(value);
  } catch {
    return false;
  }
};

/** `pattern` of any kind. */
export const groupedPattern = (source: string, flags: string = "u"): Check => {
  const expression = new RegExp(source, flags);
  return text("pattern", `${expression}`, (value) => matches(expression, value));
};

/** No February 30: a day that the month does not have moves on to the next. */
const hasDay = (value: string): boolean =>
  new Date(value.slice(0, 10)).getUTCDate() === Number(value.slice(8, 10));

/** A leap second ends a day of UTC (RFC 3339 §5.7). */
const endsDay = (value: string): boolean =>
  /T23:59:59/.test(new Date(value.toUpperCase().replace(/:60(\.\d+)?/, ":59")).toJSON());

/** RFC 3339 §5.6. */
export const dateTime: Check = /* @__PURE__ */ text(
  "format",
  "date-time",
  (value) =>
    /^\d{4}-\d\d-\d\dt([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i.test(
      value,
    ) &&
    hasDay(value) &&
    (value[17] !== "6" || endsDay(value)),
);

/** RFC 3339 §5.6, `full-date`. */
export const date: Check = /* @__PURE__ */ text(
  "format",
  "date",
  (value) => /^\d{4}-\d\d-\d\d$/.test(value) && hasDay(value),
);

/** RFC 3339 §5.6, `full-time`. */
export const time: Check = /* @__PURE__ */ text(
  "format",
  "time",
  (value) =>
    /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i.test(value) &&
    (value[6] !== "6" || endsDay(`1970-01-02T${value}`)),
);

/** RFC 3339, appendix A. */
export const duration: Check = /* @__PURE__ */ text("format", "duration", (value) =>
  /^P(?!$)(\d+W|(\d+Y(\d+M(\d+D)?)?|\d+M(\d+D)?|\d+D)?(T(?=\d)(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))?)$/.test(
    value,
  ),
);

/** RFC 5321 §4.1.2, `Mailbox`, and §4.5.3.1.3, 254 octets. */
export const email: Check = /* @__PURE__ */ text("format", "email", (value) =>
  /^(?=.{3,254}$)([\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*|"([ !#-[\]-~]|\\[ -~])*")@([a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*|\[[\da-z:.-]+\])$/i.test(
    value,
  ),
);

/** RFC 1123 §2.1. */
export const hostname: Check = /* @__PURE__ */ text("format", "hostname", (value) =>
  /^(?=.{1,253}$)[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i.test(value),
);

const isIpv4 = (value: string): boolean =>
  /^((25[0-5]|(2[0-4]|1\d|[1-9])?\d)(\.(?!$)|$)){4}$/.test(value);

/** RFC 2673 §3.2. */
export const ipv4: Check = /* @__PURE__ */ text("format", "ipv4", isIpv4);

/** RFC 4291 §2.2: eight groups, or fewer around one `::`; the last two may be an IPv4 address. */
export const ipv6: Check = /* @__PURE__ */ text("format", "ipv6", (value) => {
  const last = value.slice(value.lastIndexOf(":") + 1);
  const groups = (isIpv4(last) ? `${value.slice(0, -last.length)}0:0` : value).split("::");
  const count = groups.flatMap((part) => (part === "" ? [] : part.split(":")));
  return (
    count.every((group) => /^[\da-f]{1,4}$/i.test(group)) &&
    (groups.length === 1 ? count.length === 8 : groups.length === 2 && count.length < 8)
  );
});

/** RFC 3986 §3: scheme, authority, path, query and fragment of permitted characters. */
export const uri: Check = /* @__PURE__ */ text("format", "uri", (value) =>
  /^(?!.*%(?![\da-f]{2}))[a-z][a-z\d+.-]*:(\/\/([\w!$-.:;=~]*@)?(\[[\da-fv:.]+\]|[\w!$-.;=~]*)(:\d*)?(?=[/?#]|$)|(?!\/\/))[!$-;=?-Z_~]*(#[!$-;=?-Z_~]*)?$/i.test(
    value,
  ),
);

/** RFC 3986 §4.1: also without a scheme; then no colon in the first segment. */
export const uriReference: Check = /* @__PURE__ */ text("format", "uri-reference", (value) =>
  /^(?!.*%(?![\da-f]{2}))([a-z][a-z\d+.-]*:|(?![^/?#]*:))(\/\/([\w!$-.:;=~]*@)?(\[[\da-fv:.]+\]|[\w!$-.;=~]*)(:\d*)?(?=[/?#]|$)|(?!\/\/))[!$-;=?-Z_~]*(#[!$-;=?-Z_~]*)?$/i.test(
    value,
  ),
);

const isVariable = (name: string): boolean => /^[\w.%]+(:[1-9]\d{0,3}|\*)?$/.test(name);

/** RFC 6570 §2: text, and lists of variables in braces. */
export const uriTemplate: Check = /* @__PURE__ */ text(
  "format",
  "uri-template",
  (value) =>
    !/%(?![\da-f]{2})/i.test(value) &&
    !/[\u0000- "'<>\\^`{|}\u007f]/.test(
      value.replace(/\{[+#./;?&=,!@|]?([^{}]*)\}/g, (whole, variables: string) =>
        variables.split(",").every(isVariable) ? "" : whole,
      ),
    ),
);

/** RFC 9562 §4. */
export const uuid: Check = /* @__PURE__ */ text("format", "uuid", (value) =>
  /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(value),
);

/** RFC 6901 §3. */
export const jsonPointer: Check = /* @__PURE__ */ text(
  "format",
  "json-pointer",
  (value) => /^(?!.)|^\//s.test(value) && !/~(?![01])/.test(value),
);

// ---- Numbers

const number = (keyword: string, expected: string, holds: (value: number) => boolean): Check =>
  assertion(keyword, expected, (value) => typeof value !== "number" || holds(value));

export const minimum = (limit: number): Check =>
  number("minimum", `at least ${limit}`, (value) => value >= limit);

export const exclusiveMinimum = (limit: number): Check =>
  number("exclusiveMinimum", `more than ${limit}`, (value) => value > limit);

export const maximum = (limit: number): Check =>
  number("maximum", `at most ${limit}`, (value) => value <= limit);

export const exclusiveMaximum = (limit: number): Check =>
  number("exclusiveMaximum", `less than ${limit}`, (value) => value < limit);

/** A number as written in decimal: digits and the power of ten of the last one. */
const decimal = (value: number): readonly [digits: bigint, power: number] => {
  const [mantissa = "", exponent] = value.toExponential().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
};

/** Divides decimals, not their binary neighbours: 0.3 is a multiple of 0.1. */
export const multipleOf = (divisor: number): Check => {
  const [digits, power] = decimal(divisor);
  return number("multipleOf", `a multiple of ${divisor}`, (value) => {
    if (!Number.isFinite(value)) {
      return false;
    }
    const [others, otherPower] = decimal(value);
    const lowest = Math.min(power, otherPower);
    return (
      (others * 10n ** BigInt(otherPower - lowest)) % (digits * 10n ** BigInt(power - lowest)) ===
      0n
    );
  });
};

export const int32: Check = /* @__PURE__ */ number(
  "format",
  "int32",
  (value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
);

export const int64: Check = /* @__PURE__ */ number(
  "format",
  "int64",
  (value) => Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63,
);

// ---- Objects

const namesOf = (value: JsonObject): readonly string[] =>
  Object.keys(value).filter((name) => value[name] !== undefined);

const present =
  (keyword: string, names: readonly string[]): Check =>
  (value) => {
    let issues = valid;
    if (isObject(value)) {
      for (const name of names) {
        if (!has(value, name)) {
          issues = join(issues, issue(keyword, "a value", undefined), name);
        }
      }
    }
    return issues;
  };

export const required = (names: readonly string[]): Check => present("required", names);

/** `properties`, those that are `required` first. */
export const properties = (
  needed: Readonly<Record<string, Check>>,
  optional?: Readonly<Record<string, Check>>,
): Check => {
  const entries = Object.entries({ ...needed, ...optional });
  return (value, evaluated) => {
    let issues = valid;
    if (isObject(value)) {
      for (const [name, check] of entries) {
        if (has(value, name)) {
          evaluated?.add(name);
          issues = join(issues, check(value[name]), name);
        } else if (Object.hasOwn(needed, name)) {
          issues = join(issues, issue("required", "a value", undefined), name);
        }
      }
    }
    return issues;
  };
};

/** Judges the properties whose names are selected. */
const propertiesWhere =
  (isSelected: (name: string) => boolean, check: Check): Check =>
  (value, evaluated) => {
    let issues = valid;
    if (isObject(value)) {
      for (const name of namesOf(value)) {
        if (isSelected(name)) {
          evaluated?.add(name);
          issues = join(issues, check(value[name]), name);
        }
        if (issues.length >= issueLimit) {
          break;
        }
      }
    }
    return issues;
  };

/** One pattern of `patternProperties`. */
export const patternProperty = (expression: RegExp, check: Check): Check =>
  propertiesWhere((name) => matches(expression, name), check);

/** `names` and `expressions` are those of the schema's `properties` and `patternProperties`. */
export const additionalProperties = (
  names: readonly string[],
  expressions: readonly RegExp[],
  check: Check,
): Check => {
  const known = new Set(names);
  return propertiesWhere(
    (name) => !known.has(name) && !expressions.some((expression) => matches(expression, name)),
    check,
  );
};

/** `inner` is the rest of the schema. */
export const unevaluatedProperties =
  (inner: Check, check: Check): Check =>
  (value, evaluated) => {
    const mine: Evaluated = new Set();
    const issues = inner(value, mine);
    const own = propertiesWhere((name) => !mine.has(name), check)(value, mine);
    mine.forEach((key) => evaluated?.add(key));
    return join(issues, own);
  };

export const propertyNames =
  (check: Check): Check =>
  (value) => {
    let issues = valid;
    for (const name of isObject(value) ? namesOf(value) : []) {
      issues = join(issues, check(name), name);
      if (issues.length >= issueLimit) {
        break;
      }
    }
    return issues;
  };

/** `minProperties`, `maxProperties`. */
export const propertyCount =
  (min: number, max: number = Infinity): Check =>
  (value) => {
    if (!isObject(value)) {
      return valid;
    }
    const size = namesOf(value).length;
    return size < min
      ? issue("minProperties", `at least ${min} properties`, value)
      : size > max
        ? issue("maxProperties", `at most ${max} properties`, value)
        : valid;
  };

/** One name of `dependentSchemas`: what holds where the property is present. */
export const dependent =
  (name: string, check: Check): Check =>
  (value, evaluated) =>
    isObject(value) && has(value, name) ? check(value, evaluated) : valid;

/** One name of `dependentRequired`. */
export const dependentRequired = (name: string, names: readonly string[]): Check =>
  dependent(name, present("dependentRequired", names));

// ---- Arrays

/** Judges the items from one index to another. */
const itemsWhere =
  (from: number, to: number, checkOf: (index: number) => Check | undefined): Check =>
  (value, evaluated) => {
    let issues = valid;
    if (Array.isArray(value)) {
      for (let index = from; index < Math.min(to, value.length); index += 1) {
        evaluated?.add(index);
        issues = join(issues, checkOf(index)?.(value[index]) ?? valid, index);
        if (issues.length >= issueLimit) {
          break;
        }
      }
    }
    return issues;
  };

export const prefixItems = (checks: readonly Check[]): Check =>
  itemsWhere(0, checks.length, (index) => checks[index]);

/** `from` is the number of `prefixItems`. */
export const items = (check: Check, from: number = 0): Check =>
  itemsWhere(from, Infinity, () => check);

/** `inner` is the rest of the schema. */
export const unevaluatedItems =
  (inner: Check, check: Check): Check =>
  (value, evaluated) => {
    const mine: Evaluated = new Set();
    const issues = inner(value, mine);
    const own = itemsWhere(0, Infinity, (index) => (mine.has(index) ? undefined : check))(value);
    mine.forEach((key) => evaluated?.add(key));
    if (evaluated && Array.isArray(value)) {
      value.forEach((_, index) => evaluated.add(index));
    }
    return join(issues, own);
  };

/** `contains`, `minContains`, `maxContains`. */
export const contains =
  (check: Check, min: number = 1, max: number = Infinity): Check =>
  (value, evaluated) => {
    if (!Array.isArray(value)) {
      return valid;
    }
    let count = 0;
    value.forEach((item: unknown, index) => {
      if (check(item).length === 0) {
        count += 1;
        evaluated?.add(index);
      }
    });
    return count < min
      ? issue(min === 1 ? "contains" : "minContains", `at least ${min} items that match`, value)
      : count > max
        ? issue("maxContains", `at most ${max} items that match`, value)
        : valid;
  };

/** `minItems`, `maxItems`. */
export const itemCount =
  (min: number, max: number = Infinity): Check =>
  (value) => {
    if (!Array.isArray(value)) {
      return valid;
    }
    const size = value.length;
    return size < min
      ? issue("minItems", `at least ${min} items`, value)
      : size > max
        ? issue("maxItems", `at most ${max} items`, value)
        : valid;
  };

/** Items that cannot be compared, nested too deep for a JSON text, count as one. */
export const uniqueItems: Check = /* @__PURE__ */ assertion(
  "uniqueItems",
  "items that differ",
  (value) => !Array.isArray(value) || new Set(value.map(canonicalText)).size === value.length,
);
