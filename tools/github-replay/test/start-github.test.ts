import { expect, test } from "vitest";
import { startGithub } from "../src/index.ts";

test("a server answers on loopback and stops", async () => {
  const github = await startGithub({ repository: "o/r" });
  expect(new URL(github.url).hostname).toBe("127.0.0.1");
  await github.close();
  await expect(fetch(github.url)).rejects.toThrow("fetch failed");
});
