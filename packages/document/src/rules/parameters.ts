import { describeValue, quote } from "../describe-value.ts";
import type { JsonObject } from "../json.ts";
import { isJsonObject, own, ownString } from "../json.ts";
import { didYouMean } from "../nearest.ts";
import type { Located } from "../openapi-document.ts";
import type { RuleContext } from "./rule.ts";

/** The styles that each place allows (3.1 §4.8.12.3; `cookie` and `querystring` since 3.2). */
const styles: ReadonlyMap<string, readonly string[]> = new Map([
  ["path", ["matrix", "label", "simple"]],
  ["query", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]],
  ["header", ["simple"]],
  ["cookie", ["form"]],
]);

/** Place, style and content of parameters and headers (3.1 §4.8.12, §4.8.21). */
export function checkParameters(context: RuleContext): void {
  const { version, report } = context;
  const places = [...styles.keys(), ...(version === "3.2" ? ["querystring"] : [])];
  for (const parameter of context.survey.of("Parameter")) {
    const { value, pointer } = parameter;
    const place = ownString(value, "in");
    if (place !== undefined && !places.includes(place)) {
      report({
        code: "invalid-value",
        pointer: `${pointer}/in`,
        message: `A parameter cannot be in ${quote(place)}`,
        expected: `one of ${places.join(", ")}`,
        received: quote(place),
        hint: placeHint(place, places),
      });
    }
    if (place === "path" && own(value, "required") !== true) {
      const written = own(value, "required");
      report({
        code: "path-parameter-optional",
        pointer: written === undefined ? pointer : `${pointer}/required`,
        message: "A path parameter that is not required",
        expected: "required: true",
        received: written === undefined ? "no required" : describeValue(written),
        hint: "A URL cannot leave a part of its path out; describe the shorter path apart",
      });
    }
    checkStyle(context, parameter, place);
    checkContent(context, parameter);
  }
  for (const header of context.survey.of("Header")) {
    checkStyle(context, header, "header");
    checkContent(context, header);
  }
}

function placeHint(place: string, places: readonly string[]): string | undefined {
  if (place === "body") return "Since OpenAPI 3.0 a body is described by requestBody";
  if (place === "formData") return "Since OpenAPI 3.0 a form is a media type of requestBody";
  return didYouMean(place, places);
}

function checkStyle(
  { version, report }: RuleContext,
  { value, pointer }: Located<JsonObject>,
  place: string | undefined,
): void {
  const style = ownString(value, "style");
  const known = place === undefined ? undefined : styles.get(place);
  if (style === undefined || known === undefined) return;
  const allowed = version === "3.2" && place === "cookie" ? [...known, "cookie"] : known;
  if (allowed.includes(style)) return;
  report({
    code: "invalid-value",
    pointer: `${pointer}/style`,
    message: `${quote(style)} is no style in ${place}`,
    expected: `one of ${allowed.join(", ")}`,
    received: quote(style),
    hint: didYouMean(style, allowed),
  });
}

function checkContent({ report }: RuleContext, { value, pointer }: Located<JsonObject>): void {
  const content = own(value, "content");
  if (own(value, "schema") === undefined && content === undefined) {
    report({
      code: "missing-field",
      pointer,
      message: "Neither schema nor content says what the value is",
      expected: "schema, or content with one media type",
      received: "neither",
      hint: "A value of any kind is schema: {}",
    });
  }
  if (!isJsonObject(content) || Object.keys(content).length === 1) return;
  report({
    code: "invalid-value",
    pointer: `${pointer}/content`,
    message: "The value has another number of media types than one",
    expected: "one media type",
    received: String(Object.keys(content).length),
  });
}
