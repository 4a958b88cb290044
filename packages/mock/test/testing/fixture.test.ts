import { examples } from "@flex-channels/contract/examples";
import { describe, expect, expectTypeOf, test } from "vitest";
import { fixture, fixturesOf } from "../../src/testing.ts";

describe("a fixture", () => {
  test("is the document's example", () => {
    expect(fixture("fetchChannel", 200)).toEqual(examples.fetchChannel["200"].body);
  });

  test("takes overrides that its type knows", () => {
    const channel = fixture("fetchChannel", 200, { task_sid: null });
    expect(channel).toEqual({ ...examples.fetchChannel["200"].body, task_sid: null });
    expectTypeOf(channel.task_sid).toEqualTypeOf<string | null>();
    // @ts-expect-error a member that a channel does not have
    fixture("fetchChannel", 200, { task: null });
    // @ts-expect-error a type that the member does not have
    fixture("fetchChannel", 200, { task_sid: 1 });
  });

  test("is a copy at every call", () => {
    expect(fixture("fetchChannel", 200)).not.toBe(fixture("fetchChannel", 200));
  });

  test("of a status without an example is refused, with the known ones named", () => {
    // @ts-expect-error a status without an example
    expect(() => fixture("fetchChannel", 999)).toThrow("There is no example of fetchChannel 999.");
    // @ts-expect-error an operation that the contract does not have
    expect(() => fixture("fetchChanel", 200)).toThrow("There are: fetchChannel 200");
  });

  test("can be made of any examples", () => {
    const example = { status: 200, headers: {}, synthetic: false };
    const own = fixturesOf({
      listUser: { "200": { ...example, body: [1, 2] }, default: { ...example, body: "no" } },
      fetchUser: { "2XX": { ...example, body: { name: "Ada", nested: { deep: 1 } } } },
    });
    expect(own("listUser", 200)).toEqual([1, 2]);
    expect(own("listUser", "default")).toBe("no");
    expect(own("fetchUser", "2XX", { name: "Eva" })).toEqual({ name: "Eva", nested: { deep: 1 } });
  });
});
