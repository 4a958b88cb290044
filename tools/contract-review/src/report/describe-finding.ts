import { tokensOf } from "../json/pointer.ts";
import type { Finding } from "../verdict/finding.ts";
import { ownerOf, placeOf } from "./name-place.ts";
import { type Segment, sentence, words } from "./segment.ts";

/** What happened, in one sentence. */
export function describeFinding(finding: Finding): readonly Segment[] {
  const special = specialSentence(finding);
  if (special !== undefined) return special;
  const subject = placeOf(tokensOf(finding.instanceLocation));
  return [...words("The "), ...subject, ...words(" "), ...predicateOf(finding)];
}

function valueName(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

/** Sentences about things that have no place inside a message. */
function specialSentence(finding: Finding): readonly Segment[] | undefined {
  const { direction, part, keyword } = partsOf(finding);
  const [operation = "the document"] = finding.operations;
  const last = tokensOf(finding.instanceLocation).at(-1) ?? "";
  if (finding.promise === "source" && part === "source") {
    return sourceSentence(finding, operation);
  }
  if (direction === "document") {
    return [
      ...sentence`The ${keyword}`,
      ...words(" of "),
      ...ownerOf(finding, part),
      ...words(" changed"),
    ];
  }
  switch (`${part}-${keyword}`) {
    case "operation-removed":
      return sentence`${operation} was removed`;
    case "operation-added":
      return sentence`${operation} is new`;
    case "operation-id":
      return finding.now === undefined
        ? sentence`${operation} lost its name ${valueName(finding.was)}`
        : sentence`${operation} was renamed from ${valueName(finding.was)} to ${valueName(finding.now)}`;
    case "operation-deprecated":
      return finding.now === true
        ? sentence`${operation} is deprecated`
        : sentence`${operation} is no longer deprecated`;
    case "operation-sunset":
      return sentence`${operation} goes away on ${valueName(finding.now)}`;
    case "server-removed":
      return sentence`The server ${last} is gone`;
    case "server-added":
      return sentence`The server ${last} is new`;
    case "security-required":
      return sentence`${operation} now asks for credentials`;
    case "security-scopes":
      return sentence`${operation} now asks for more scopes than ${last}`;
    case "security-alternative":
      return finding.answer === "compatible"
        ? sentence`${operation} now also accepts ${last}`
        : sentence`${operation} no longer accepts ${last}`;
    case "status-added":
      return finding.answer === "compatible"
        ? sentence`The status ${last} of ${operation} is declared by itself`
        : sentence`${operation} may now answer ${last}`;
    case "status-removed":
      return finding.answer === "compatible"
        ? sentence`${operation} no longer answers ${last}`
        : sentence`${operation} no longer reads the answer ${last}`;
    case "body-added":
      return sentence`${operation} now reads a request body`;
    case "body-removed":
      return sentence`${operation} no longer reads a request body`;
    default:
      return undefined;
  }
}

/** What of a consumer's code the compiler refuses. */
function sourceSentence(
  { direction, instanceLocation, answer }: Finding,
  operation: string,
): readonly Segment[] {
  const tokens = tokensOf(instanceLocation);
  const what = tokens.join(".");
  if (answer === "undecided")
    return sentence`No compiler could be asked about the generated client`;
  const end =
    answer === "compatible" ? "compares with what cannot arrive any more" : "no longer compiles";
  if (tokens.length === 0) return [...sentence`Code that calls ${operation}`, ...words(` ${end}`)];
  return direction === "request"
    ? [...sentence`Code that gives ${what} to ${operation}`, ...words(` ${end}`)]
    : [...sentence`Code that reads ${what} of what ${operation} returns`, ...words(` ${end}`)];
}

/** The three words of a rule id. */
function partsOf({ ruleId, direction }: Pick<Finding, "ruleId" | "direction">): {
  readonly direction: Finding["direction"];
  readonly part: string;
  readonly keyword: string;
} {
  const rest = ruleId.slice(direction.length + 1);
  const part =
    ["media-type", "request-body", "security-scheme"].find((name) => rest.startsWith(`${name}-`)) ??
    rest.slice(0, rest.indexOf("-"));
  return { direction, part, keyword: rest.slice(part.length + 1) };
}

function predicateOf(finding: Finding): readonly Segment[] {
  const { keyword } = partsOf(finding);
  if (finding.answer === "undecided") {
    return finding.note === undefined
      ? sentence`could not be decided (${keyword})`
      : sentence`could not be decided: ${finding.note} stopped the proof`;
  }
  if (finding.answer === "compatible") return mildPredicate(finding, keyword);
  const isRead = finding.producer === "base";
  switch (keyword) {
    case "required":
      return isRead ? sentence`is now required` : sentence`may now be missing`;
    case "media-type": {
      const mediaType = valueName(finding.was ?? finding.now);
      return isRead
        ? sentence`is no longer read as ${mediaType}`
        : sentence`may now be ${mediaType}`;
    }
    case "enum":
    case "const":
      return isRead ? sentence`takes fewer values` : sentence`may now have a new value`;
    case "type":
    case "nullable":
      return isRead
        ? sentence`no longer takes every type that it took`
        : sentence`may now have another type`;
    case "style":
      return sentence`is written in another style`;
    case "sunset":
      return sentence`goes away sooner than promised`;
    default:
      return isRead
        ? sentence`refuses what it accepted (${keyword})`
        : sentence`may now hold what it never held (${keyword})`;
  }
}

function mildPredicate(finding: Finding, keyword: string): readonly Segment[] {
  switch (keyword) {
    case "added":
      return sentence`is new`;
    case "removed":
      return sentence`is gone`;
    case "required":
      return finding.now === true ? sentence`is always there` : sentence`is now optional`;
    case "property-added":
      return sentence`is a new property`;
    case "property-removed":
      return sentence`is no longer declared`;
    case "media-type":
      return finding.now === undefined
        ? sentence`is no longer ${valueName(finding.was)}`
        : sentence`may also be ${valueName(finding.now)}`;
    case "default":
      return sentence`has another default`;
    case "deprecated":
      return finding.now === true ? sentence`is deprecated` : sentence`is no longer deprecated`;
    case "sunset":
      return sentence`goes away on ${valueName(finding.now)}`;
    default:
      return finding.direction === "request"
        ? sentence`accepts other values (${keyword}), and all that could be sent`
        : sentence`holds other values (${keyword}), and none that was not expected`;
  }
}
