import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkLayers } from "../src/check-layers.ts";
import type { Violation } from "../src/check-layers.ts";
import { importRules } from "../src/import-rules.ts";
import { layers, rooms } from "../src/layers.ts";

interface Row {
  readonly name: string;
  readonly given: Readonly<Record<string, string>>;
  readonly want: readonly Pick<Violation, "from" | "to" | "rule">[];
}

const rows: readonly Row[] = [
  {
    name: "an import that the layers allow is allowed",
    given: {
      "packages/codegen/src/a.ts": 'import "../../document/src/b.ts";',
      "packages/document/src/b.ts": "export const b = 1;",
    },
    want: [],
  },
  {
    name: "an import that points up is forbidden",
    given: {
      "packages/document/src/a.ts": 'import "../../codegen/src/b.ts";',
      "packages/codegen/src/b.ts": "export const b = 1;",
    },
    want: [
      {
        from: "packages/document/src/a.ts",
        to: "packages/codegen/src/b.ts",
        rule: "layer packages/document",
      },
    ],
  },
  {
    name: "a type-only import counts",
    given: {
      "packages/mock/src/a.ts":
        'import type { B } from "../../client/src/b.ts"; export type A = B;',
      "packages/client/src/b.ts": "export type B = 1;",
    },
    want: [
      {
        from: "packages/mock/src/a.ts",
        to: "packages/client/src/b.ts",
        rule: "layer packages/mock",
      },
    ],
  },
  {
    name: "a dynamic import counts",
    given: {
      "packages/client/src/a.ts": 'export const a = () => import("../../mock/src/b.ts");',
      "packages/mock/src/b.ts": "export const b = 1;",
    },
    want: [
      {
        from: "packages/client/src/a.ts",
        to: "packages/mock/src/b.ts",
        rule: "layer packages/client",
      },
    ],
  },
  {
    name: "a test may cross a layer",
    given: {
      "packages/client/test/a.ts": 'import "../../mock/src/b.ts";',
      "packages/mock/src/b.ts": "export const b = 1;",
    },
    want: [],
  },
  {
    name: "a room may not import a room above it",
    given: {
      "tools/contract-review/src/schema/a.ts": 'import "../compare/b.ts";',
      "tools/contract-review/src/compare/b.ts": "export const b = 1;",
    },
    want: [
      {
        from: "tools/contract-review/src/schema/a.ts",
        to: "tools/contract-review/src/compare/b.ts",
        rule: "room tools/contract-review/src/schema",
      },
    ],
  },
  {
    name: "sources may not import tests",
    given: {
      "packages/document/src/a.ts": 'import "../test/b.ts";',
      "packages/document/test/b.ts": "export const b = 1;",
    },
    want: [
      {
        from: "packages/document/src/a.ts",
        to: "packages/document/test/b.ts",
        rule: "no test in sources",
      },
    ],
  },
  {
    name: "an import of nothing is forbidden",
    given: { "packages/document/src/a.ts": 'import "./nowhere.ts";' },
    want: [
      { from: "packages/document/src/a.ts", to: "./nowhere.ts", rule: "no unresolved import" },
    ],
  },
];

describe("layers", () => {
  let root = "";
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "layers-"));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test.each(rows)("$name", async ({ name, given, want }) => {
    const folder = join(root, name.replaceAll(" ", "-"));
    for (const [file, text] of Object.entries(given)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const folders = [
      ...new Set(Object.keys(given).map((file) => file.split("/").slice(0, 2).join("/"))),
    ];
    const { violations } = await checkLayers(folder, folders, importRules(layers, rooms));
    expect(violations.map(({ from, to, rule }) => ({ from, to, rule }))).toEqual(want);
  });

  test("two files that import each other are a circle", async () => {
    const folder = join(root, "circle");
    await mkdir(join(folder, "packages/document/src"), { recursive: true });
    await writeFile(
      join(folder, "packages/document/src/a.ts"),
      'import "./b.ts"; export const a = 1;',
    );
    await writeFile(
      join(folder, "packages/document/src/b.ts"),
      'import "./a.ts"; export const b = 1;',
    );
    const { violations } = await checkLayers(
      folder,
      ["packages/document"],
      importRules(layers, rooms),
    );
    expect(violations.map(({ rule }) => rule)).toContain("no circle");
  });

  test("every layer says why its list is no longer", () => {
    for (const { folder, reason } of layers) expect(reason, folder).not.toBe("");
  });

  test("every arrow points to a layer above it in the table", () => {
    const order = layers.map(({ folder }) => folder);
    for (const { folder, mayImport } of layers) {
      for (const target of mayImport) {
        expect(order.indexOf(target), `${folder} -> ${target}`).toBeGreaterThanOrEqual(0);
        expect(order.indexOf(target), `${folder} -> ${target}`).toBeLessThan(order.indexOf(folder));
      }
    }
  });
});
