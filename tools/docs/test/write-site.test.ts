import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { OutputError, writeSite } from "../src/write-site.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const pages = [
  { path: "index.html", text: "one" },
  { path: "deep/page.html", text: "two" },
];

test("a site is written whole, and can be read by others", async () => {
  const target = join(temporaryFolder(), "new", "site");
  await writeSite(target, pages);
  expect(readFileSync(join(target, "deep", "page.html"), "utf8")).toBe("two");
  expect(statSync(target).mode & 0o777).toBe(0o755);
});

test("a page that is no more does not outlive the next site, and nothing is left beside it", async () => {
  const target = join(temporaryFolder(), "site");
  await writeSite(target, pages);
  await writeSite(target, [{ path: "index.html", text: "three" }]);
  expect(readdirSync(target).filter((name) => !name.startsWith("."))).toEqual(["index.html"]);
  expect(readFileSync(join(target, "index.html"), "utf8")).toBe("three");
  expect(readdirSync(dirname(target))).toEqual(["site"]);
});

test("an empty folder is filled", async () => {
  const target = temporaryFolder();
  await writeSite(target, pages);
  expect(readdirSync(target)).toContain("index.html");
});

test("a folder with somebody's work is left as it is", async () => {
  const target = temporaryFolder();
  writeFileSync(join(target, "thesis.txt"), "years");
  await expect(writeSite(target, pages)).rejects.toThrow(OutputError);
  expect(readdirSync(target)).toEqual(["thesis.txt"]);
});

test("a file in the way is told", async () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  await expect(writeSite(file, pages)).rejects.toThrow(/is no folder to write to \(ENOTDIR\)/);
});

test("a site that cannot be written leaves the former one", async () => {
  const target = join(temporaryFolder(), "site");
  await writeSite(target, pages);
  const clash = [
    { path: "a", text: "" },
    { path: "a/b", text: "" },
  ];
  await expect(writeSite(target, clash)).rejects.toThrow("EEXIST");
  expect(readFileSync(join(target, "index.html"), "utf8")).toBe("one");
  expect(readdirSync(dirname(target))).toEqual(["site"]);
  mkdirSync(join(target, "still-writable"));
});
