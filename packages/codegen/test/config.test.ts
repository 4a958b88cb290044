import { describe, expect, test } from "vitest";
import { checkSeverities, ConfigError, parseConfig } from "../src/config.ts";

const rows = [
  { name: "text that is not JSON", text: "{", want: "flex-codegen.config.json is not JSON" },
  {
    name: "an unknown member",
    text: '{"output": "x"}',
    want: 'unknown member "output"; expected document, out, format, severities, importExtension, external, command',
  },
  {
    name: "a member of the wrong type",
    text: '{"out": 1}',
    want: '"out" must be a string, received 1',
  },
  {
    name: "an external path outside a list",
    text: '{"external": "schemas/"}',
    want: '"external" must be a list of paths such as ["schemas/"], received "schemas/"',
  },
  {
    name: "an unknown import extension",
    text: '{"importExtension": "mts"}',
    want: '"importExtension" must be "ts" or "js", received "mts"',
  },
  {
    name: "severities that are a list",
    text: '{"severities": []}',
    want: '"severities" must be an object such as {"example-mismatch": "warning"}, received []',
  },
  {
    name: "a severity of nothing",
    text: '{"severities": {"example-mismatsh": "off"}}',
    want: 'no severity "example-mismatsh" can be changed; expected one of integer-key,',
  },
  {
    name: "an unknown severity",
    text: '{"severities": {"example-mismatch": "fatal"}}',
    want: 'must be error, warning or off, received "fatal"',
  },
  { name: "a list", text: "[]", want: "expected an object such as" },
];

const parse = async (text: string): Promise<unknown> => {
  const config = parseConfig(text, "flex-codegen.config.json");
  await checkSeverities(config.severities, "flex-codegen.config.json");
  return config;
};

describe("parseConfig", () => {
  test.each(rows)("refuses $name", async ({ text, want }) => {
    const error: unknown = await parse(text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toContain(want);
  });

  test("completes what is not written", async () => {
    expect(await parse("{}")).toEqual({
      document: "openapi.yaml",
      out: "src/generated",
      format: false,
      importExtension: "ts",
      external: [],
      severities: {},
    });
  });

  test("keeps what is written, and leaves $schema to editors", async () => {
    const written = {
      document: "api.json",
      out: "src",
      format: true,
      importExtension: "js",
      external: ["schemas/"],
      severities: { "example-mismatch": "off" },
    };
    expect(await parse(JSON.stringify({ $schema: "x", ...written }))).toEqual(written);
  });
});
