import { expect, test } from "vitest";
import { cleanEnvironment } from "../src/clean-environment.ts";

const rows = [
  { name: "keeps what is no setting of a package manager", given: "HOME", want: true },
  { name: "drops npm's settings", given: "npm_config_registry", want: false },
  { name: "drops pnpm's settings", given: "PNPM_SCRIPT_SRC_DIR", want: false },
  { name: "drops credentials of the service", given: "TWILIO_AUTH_TOKEN", want: false },
  { name: "drops options for Node", given: "NODE_OPTIONS", want: false },
  { name: "drops Node's search path", given: "NODE_PATH", want: false },
  { name: "keeps a proxy's certificates", given: "NODE_EXTRA_CA_CERTS", want: true },
] as const;

test.each(rows)("$name", ({ given, want }) => {
  expect(given in cleanEnvironment({ [given]: "value" })).toBe(want);
});

test("what is not set is not passed on", () => {
  expect(cleanEnvironment({ HOME: undefined })).not.toHaveProperty("HOME");
});

test("additions win", () => {
  expect(cleanEnvironment({ PATH: "old" }, { PATH: "new" })).toMatchObject({ PATH: "new" });
});
