import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TarballError, readTarball } from "../../src/pack/read-tarball.ts";
import { makeTarball } from "../make-tarball.ts";

describe("readTarball", () => {
  test("it reads what tar wrote, long names included", () => {
    const folder = mkdtempSync(join(tmpdir(), "tarball-"));
    try {
      const long = `${"deep/".repeat(20)}${"n".repeat(90)}.txt`;
      mkdirSync(join(folder, "package", "deep/".repeat(20)), { recursive: true });
      writeFileSync(join(folder, "package", long), "long");
      writeFileSync(join(folder, "package", "a.txt"), "x".repeat(1500));
      execFileSync("tar", ["--format=pax", "-czf", "a.tgz", "package"], { cwd: folder });
      const files = readTarball(readFileSync(join(folder, "a.tgz")));
      expect([...files.keys()].toSorted()).toEqual(["a.txt", long].toSorted());
      expect(files.get(long)?.toString("utf8")).toBe("long");
      expect(files.get("a.txt")).toHaveLength(1500);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test.each([
    {
      name: "a path outside of the package is refused",
      given: [{ path: "other/a", text: "" }],
      want: /below "package\/"/,
    },
    {
      name: "a path that climbs is refused",
      given: [{ path: "package/../../a", text: "" }],
      want: /below "package\/"/,
    },
    {
      name: "a link is refused",
      given: [{ path: "package/a", type: "2" }],
      want: /a link or a device/,
    },
  ])("$name", ({ given, want }) => {
    expect(() => readTarball(makeTarball(given))).toThrow(want);
  });

  test("a tarball that is cut off is refused", () => {
    const [header] = [Buffer.alloc(512)];
    header.write("package/a", 0);
    header.write("00000001000\0", 124);
    header.write("0", 156);
    expect(() => readTarball(makeTarball([]))).not.toThrow();
    expect(() => readTarball(gzip(header))).toThrow(TarballError);
  });
});

function gzip(bytes: Buffer): Buffer {
  return execFileSync("gzip", ["-c"], { input: bytes });
}
