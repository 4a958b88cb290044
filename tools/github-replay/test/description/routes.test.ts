import { expect, test } from "vitest";
import { loadDescription } from "../../src/description/description.ts";
import { listRoutes } from "../../src/description/routes.ts";
import { endpoints } from "../../src/endpoints/endpoints.ts";

const description = loadDescription();
const routes = listRoutes(description);

const rows = [
  { given: "get /repos/o/r/issues/1", want: "issues/get" },
  { given: "get /repos/o/r/issues/comments/1", want: "issues/get-comment" },
  { given: "get /repos/o/r/issues/1/comments", want: "issues/list-comments" },
  { given: "get /repos/o/r/commits/main/statuses", want: "repos/list-commit-statuses-for-ref" },
  { given: "get /repos/o/r/commits/a/b/status", want: "repos/get-combined-status-for-ref" },
  { given: "get /repos/o/r/commits/feature/x", want: "repos/get-commit" },
  { given: "get /repos/o/r/contents/a/b/c.md", want: "repos/get-content" },
  { given: "get /repos/o/r/compare/main...a/b", want: "repos/compare-commits-with-basehead" },
  { given: "get /repos/o/r/git/matching-refs/heads/a/b", want: "git/list-matching-refs" },
] as const;

test.each(rows)("$given is $want", ({ given, want }) => {
  const [method, path = ""] = given.split(" ");
  const meant = routes.find((route) => route.method === method && route.expression.test(path));
  expect(meant?.operation).toBe(want);
});

test("every operation has a route and somebody who plays it", () => {
  const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : 1);
  const named = routes.map(({ operation }) => operation).toSorted(byCodeUnit);
  expect(named).toEqual(Object.keys(endpoints).toSorted(byCodeUnit));
});

test("every schema that a request or an answer is judged by can be compiled", () => {
  const { document, follow, judge } = description;
  const pointers = routes.flatMap((route) => {
    const responses = follow(route.pointer)?.value["responses"] ?? {};
    return [
      `${route.pointer}/requestBody`,
      ...Object.keys(responses).map((status) => `${route.pointer}/responses/${status}`),
    ].flatMap((pointer) => {
      const found = follow(pointer);
      const schema = follow(`${found?.pointer ?? pointer}/content/application~1json/schema`);
      return schema === undefined ? [] : [schema.pointer];
    });
  });
  expect(document["openapi"]).toBe("3.0.3");
  expect(pointers.length).toBeGreaterThan(60);
  for (const pointer of pointers) expect(() => judge(pointer, null)).not.toThrow();
});
