import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { accepts } from "../../src/schema/accepts.ts";
import { formats } from "../../src/schema/language/formats.ts";
import { matches } from "../../src/schema/language/pattern-language.ts";

const ajv = new Ajv2020({ strict: false, logger: false });
addFormats.default(ajv);
const lengths = [1, 2, 5, 7, 22, 30, 63, 64, 65, 66, 127, 128, 129, 200, 253, 255, 300];

describe.each(Object.entries(formats))("%s", (name, format) => {
  const made = lengths.map((length) => [length, format.ofLength?.(length)] as const);
  const examples = [
    ...format.samples,
    ...made.flatMap(([, text]) => (text === undefined ? [] : [text])),
  ];

  test("every example is one for both validators and within the bound", () => {
    const schema = { type: "string", format: name };
    const isFormat =
      name === "url" || name.startsWith("idn-") || name.startsWith("iri")
        ? () => true
        : ajv.compile(schema);
    for (const text of examples) {
      const source = { root: schema, pointer: "", dialect: "2020-12" } as const;
      const verdicts = [accepts(source, text), isFormat(text), matches(format.within, text)];
      expect({ text, verdicts }).toEqual({ text, verdicts: [true, true, true] });
    }
  });

  test("an example is as long as wanted", () => {
    const wrong = made.filter(([length, text]) => text !== undefined && text.length !== length);
    expect(wrong).toEqual([]);
  });
});
