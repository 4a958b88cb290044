import { afterAll, expect, test } from "vitest";
import { compileSchema, createModules } from "./compile-validators.ts";
const modules = createModules();
afterAll(modules.remove);
test("x", async () => {
  for (const levels of [2, 4, 8, 12, 15, 30, 60]) {
    let schema: any = { $ref: "#" };
    for (let i = 0; i < levels; i++)
      schema = {
        type: "object",
        required: ["a"],
        allOf: [
          {
            anyOf: [
              {
                oneOf: [
                  {
                    type: "object",
                    required: ["a"],
                    properties: { a: schema },
                    unevaluatedProperties: false,
                  },
                ],
              },
            ],
          },
        ],
      };
    schema = { type: "object", properties: { a: { anyOf: [{ type: "null" }, schema] } } };
    const { validate, diagnostics, text } = await compileSchema(modules, schema);
    let value: any = null;
    for (let i = 0; i < 20000; i++) value = { a: value };
    let max = 0;
    let r;
    try {
      r = validate(value);
      console.log(
        levels,
        text.length,
        r.length,
        r[0]?.path.length,
        r[0]?.expected,
        text.match(/, \d+\);/g),
      );
    } catch (e) {
      console.log(levels, String(e));
    }
  }
});
