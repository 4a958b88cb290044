import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findOrInstallChromium } from "../src/chromium.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gear-chromium-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const options = () => ({ cwd: folder, env: { PATH: folder }, log: () => undefined });

async function writeProgram(name: string, line: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${line}\n`);
  await chmod(path, 0o755);
  return path;
}

test("the browser that is there is taken, with its version", async () => {
  const path = await writeProgram("browser", "echo Chromium 156.0.1 built on Debian");
  const places = [join(folder, "missing"), path];
  const want = { kind: "found", path, version: "156.0.1" };
  expect(await findOrInstallChromium({ ...options(), places })).toEqual(want);
});

test("who may not install one is told where it was looked for", async () => {
  const places = [join(folder, "missing")];
  const found = await findOrInstallChromium({ ...options(), places, mayInstall: false });
  const reason = `none at ${places[0] ?? ""}, and only root can install it`;
  expect(found).toEqual({ kind: "missing", reason });
});

test("an install that fails is told, not thrown", async () => {
  await writeProgram("apt-get", "echo E: no such package; exit 100");
  const places = [join(folder, "missing")];
  const found = await findOrInstallChromium({ ...options(), places, mayInstall: true });
  expect(found).toEqual({
    kind: "missing",
    reason: "apt-get could not install it: E: no such package",
  });
});
