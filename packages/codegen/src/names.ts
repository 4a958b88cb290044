/** Words that cannot be a binding's name in a module (ECMAScript §12.7.2), and two that may not be assigned. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package " +
    "private protected public return static super switch this throw true try typeof var void while with yield"
  ).split(" "),
);

/** Members that a client object has for other reasons: a method of that name would break it. */
const reservedMethods: ReadonlySet<string> = new Set(
  (
    "safe then catch finally constructor prototype toString toJSON toLocaleString valueOf hasOwnProperty isPrototypeOf " +
    "propertyIsEnumerable __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__"
  ).split(" "),
);

const words = (text: string): readonly string[] =>
  text.split(/[^\p{ID_Continue}$]+|_+(?=\p{ID_Start})/u).filter(Boolean);

const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const lowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

const startSafely = (name: string): string => (/^[\p{ID_Start}$_]/u.test(name) ? name : `_${name}`);

/** `Sid` is `sid`, `page-size` is `pageSize`, `AccountSID` stays `accountSID`. */
export const camelCase = (text: string): string => {
  const name = words(text)
    .map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word)))
    .join("");
  return startSafely(name);
};

/** `simple-user` is `SimpleUser`. */
export const pascalCase = (text: string): string =>
  startSafely(words(text).map(upperFirst).join(""));

/** The name of a client's method: the `operationId` in camel case, with `Operation` behind what is taken. */
export const methodName = (operationId: string): string => {
  const name = camelCase(operationId);
  return reservedMethods.has(name) ? `${name}Operation` : name;
};

/** The name of a function's parameter: camel case, with `_` behind a reserved word or a name already used. */
export const argumentName = (name: string, taken: ReadonlySet<string> = new Set()): string => {
  let candidate = camelCase(name);
  while (reservedWords.has(candidate) || taken.has(candidate)) candidate += "_";
  return candidate;
};

/** Unique names for `sources` in their order: a name that is taken gets a number behind it. */
export const uniqueNames = (
  sources: readonly string[],
  nameOf: (source: string) => string,
  taken: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> => {
  const used = new Set(taken);
  const names = new Map<string, string>();
  for (const source of sources) {
    const wanted = nameOf(source);
    let name = used.has(wanted) && taken.has(wanted) ? `${wanted}Schema` : wanted;
    for (let count = 2; used.has(name); count += 1) name = `${wanted}_${count}`;
    used.add(name);
    names.set(source, name);
  }
  return names;
};
