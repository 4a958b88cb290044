import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshSite } from "../src/fresh-site.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function setUp(): {
  readonly site: ReturnType<typeof freshSite>;
  readonly touch: (second: number) => void;
  readonly errors: unknown[];
  readonly breakNext: () => void;
} {
  const file = join(temporaryFolder(), "source");
  writeFileSync(file, "");
  const errors: unknown[] = [];
  let count = 0;
  let broken = false;
  const render = async () => {
    count += 1;
    if (broken) throw new Error("broken");
    return [{ path: "index.html", text: String(count) }];
  };
  return {
    site: freshSite({ files: [file], render, onError: (error) => errors.push(error) }),
    touch: (second) => utimesSync(file, second, second),
    errors,
    breakNext: () => {
      broken = true;
    },
  };
}

test("a site is rendered once while its sources stay as they are", async () => {
  const { site } = setUp();
  const seen = await Promise.all([site(), site()]);
  expect([...seen, await site()].map(([page]) => page?.text)).toEqual(["1", "1", "1"]);
});

test("a source that changed makes it another", async () => {
  const { site, touch } = setUp();
  await site();
  touch(1);
  expect((await site())[0]?.text).toBe("2");
});

test("a change that cannot be rendered is told once, and the last good site stays", async () => {
  const { site, touch, errors, breakNext } = setUp();
  await site();
  breakNext();
  touch(1);
  expect((await site())[0]?.text).toBe("1");
  expect((await site())[0]?.text).toBe("1");
  expect(errors).toEqual([new Error("broken")]);
});

test("without a last good site the error is the caller's", async () => {
  const { site, breakNext } = setUp();
  breakNext();
  await expect(site()).rejects.toThrow("broken");
});
