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

type JsonObject = Readonly<Record<string, unknown>>;

const valid: readonly Issue[] = /* @__PURE__ */ Object.freeze([]);
const issueLimit = 10;
const depthLimit = 256;

/** A property that is undefined is absent, as `JSON.stringify` has it. */
const has = (value: JsonObject, name: string): boolean =>
  Object.hasOwn(value, name) && value[name] !== undefined;

const namesOf = (value: JsonObject): string[] =>
  Object.keys(value).filter((name) => value[name] !== undefined);

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

const isObject = (value: unknown): value is JsonObject => typeOf(value) === "object";

/** Length in code points (JSON Schema Validation §6.3.1). */
const lengthOf = (text: string): number =>
  text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

const describe = (value: unknown): string =>
  typeof value === "string"
    ? `string of length ${[...value].length}`
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

/** A validator, built when it is first called. */
export const validator = <T>(make: () => Check): Validator<T> => {
  const check = lazy(make);
  return Object.assign((value: unknown) => check(value), {
    "~standard": {
      version: 1 as const,
      vendor: "flex-channels",
      validate: (value: unknown) => {
        const issues = check(value);
        return issues.length > 0
          ? {
              issues: issues.map((found) => ({
                ...found,
                message: `expected ${found.expected}, received ${found.received}`,
              })),
            }
          : { value: value as T };
      },
    },
  });
};

/** A check, built when it is first needed. */
export const lazy = (make: () => Check): Check => {
  let check: Check | undefined;
  return (value, evaluated) => (check ??= make())(value, evaluated);
};

let depth = 0;

/** A check that may reach itself: descends a bounded number of levels, whatever the value. */
export const recursive = (make: () => Check): Check => {
  const check = lazy(make);
  return (value, evaluated) => {
    if (depth >= depthLimit) {
      return issue("$ref", `at most ${depthLimit} levels of nesting`, value);
    }
    depth += 1;
    try {
      return check(value, evaluated);
    } finally {
      depth -= 1;
    }
  };
};

export const anything: Check = () => valid;

export const nothing = (keyword: string): Check => assertion(keyword, "no value here", () => false);

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

/** Keywords that are all judged. */
export const allOf =
  (...checks: readonly Check[]): Check =>
  (value, evaluated) => {
    let issues = valid;
    for (const check of checks) {
      issues = join(issues, check(value, evaluated));
    }
    return issues;
  };

export const type = (...types: readonly string[]): Check =>
  assertion("type", types.join(" or "), (value) => types.includes(typeOf(value)));

export const values = (keyword: string, ...allowed: readonly unknown[]): Check =>
  assertion(keyword, `one of ${JSON.stringify(allowed)}`, (value) => allowed.includes(value));

export const length = (min: number, max = Infinity): Check => (value) => {
  const size = typeof value === "string" ? lengthOf(value) : min;
  return size < min
    ? issue("minLength", `at least ${min} characters`, value)
    : size > max
      ? issue("maxLength", `at most ${max} characters`, value)
      : valid;
};

export const pattern = (source: string, flags = "u"): Check => {
  const expression = new RegExp(source, flags);
  return text("pattern", `${expression}`, (value) => expression.test(value));
};

const isDay = (date: string): boolean =>
  new Date(date.slice(0, 10)).getUTCDate() === Number(date.slice(8, 10));
export const dateTime: Check = /* @__PURE__ */ text(
  "format",
  "date-time",
  (value) =>
    /^\d{4}-\d\d-\d\dt([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i.test(
      value,
    ) &&
    isDay(value) &&
    (value[17] !== "6" ||
      /T23:59:59/.test(new Date(value.toUpperCase().replace(/:60(\.\d+)?/, ":59")).toJSON())),
);
export const uri: Check = /* @__PURE__ */ text("format", "uri", (value) =>
  /^(?!.*%(?![\da-f]{2}))[a-z][a-z\d+.-]*:(\/\/([\w!$-.:;=~]*@)?(\[[\da-fv:.]+\]|[\w!$-.;=~]*)(:\d*)?(?=[/?#]|$)|(?!\/\/))[!$-;=?-Z_~]*(#[!$-;=?-Z_~]*)?$/i.test(value),
);

export const properties = (checks: Readonly<Record<string, Check>>): Check => {
  const entries = Object.entries(checks);
  return (value, evaluated) => {
    let issues = valid;
    if (isObject(value)) {
      for (const [name, check] of entries) {
        if (has(value, name)) {
          evaluated?.add(name);
          issues = join(issues, check(value[name]), name);
        }
      }
    }
    return issues;
  };
};
