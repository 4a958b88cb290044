import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { petsDocument } from "../sample-review.ts";
import { type Repository, createRepository, runIn } from "./repository.ts";

const document = "spec/openapi.yaml";
const narrow = petsDocument({ limit: "maximum: 50" });
const wide = petsDocument({ limit: "maximum: 200" });

/** A repository whose branch `feature` edits the document of `main` in the working tree. */
function withEdit(head: string): Repository {
  const repository = createRepository();
  repository.write(document, petsDocument());
  repository.commit("base");
  repository.git("switch", "--quiet", "--create", "feature");
  repository.write(document, head);
  return repository;
}

describe("contract-review", () => {
  it("compares the working tree with the merge base of main", async () => {
    const repository = withEdit(narrow);
    const { status, out } = await repository.review("--promise", "wire");
    expect(status).toBe(1);
    expect(out).toContain("request-query-maximum");
    expect(out).toContain("GET /pets?limit=51");
    expect(out).toContain("1 breaking: this needs a major release, and minor is allowed.");
  });

  it("leaves aside what main did since", async () => {
    const repository = withEdit(wide);
    repository.commit("head");
    repository.git("switch", "--quiet", "main");
    repository.write(document, petsDocument({ limit: "maximum: 300" }));
    repository.commit("main goes on");
    repository.git("switch", "--quiet", "feature");
    const { status, out } = await repository.review("--promise", "wire");
    expect([status, out.includes("100 → 200")]).toEqual([0, true]);
  });

  it.each([
    { name: "compatible", given: [wide], want: 0 },
    { name: "more than allowed", given: [wide, "--allow", "patch"], want: 1 },
    { name: "breaking and allowed", given: [narrow, "--allow", "major"], want: 0 },
    { name: "breaking", given: [narrow], want: 1 },
    {
      name: "documentation",
      given: [petsDocument({ description: "All" }), "--allow", "patch"],
      want: 0,
    },
    { name: "an invalid document", given: ["openapi: 3.1.0\n"], want: 2 },
    { name: "an unknown format", given: [wide, "--format", "pdf"], want: 3 },
    { name: "an unknown ref", given: [wide, "--base", "nowhere"], want: 3 },
    { name: "a ref like an option", given: [wide, "--base=--upload-pack=x"], want: 3 },
    { name: "an output without a file", given: [wide, "--output", "json"], want: 3 },
    { name: "a missing configuration", given: [wide, "--config", "none.yaml"], want: 3 },
  ])("answers $name by its status", async ({ given: [head = "", ...args], want }) => {
    const { status, err } = await withEdit(head).review("--promise", "wire", ...args);
    expect([status, err === ""]).toEqual([want, want < 2]);
  });

  it("shows where an invalid document is wrong, and on which side", async () => {
    const repository = createRepository();
    repository.write(document, "openapi: 3.1.0\ninfo: { title: a, version: b }\npaths: []\n");
    repository.commit("bad base");
    repository.write(document, petsDocument());
    const { status, err } = await repository.review("--base", "main");
    expect(status).toBe(2);
    expect(err).toContain(`main: ${document} is no valid OpenAPI document.`);
    expect(err).toContain(`${document}:3:8 error`);
    expect(err).toContain("> 3 | paths: []");
  });

  it("compares files without git", async () => {
    const { root, write } = createRepository();
    write("a.yaml", petsDocument());
    write("b.yaml", narrow);
    const { status } = await runIn(root, [
      "--base",
      "a.yaml",
      "--head",
      "b.yaml",
      "--promise",
      "wire",
    ]);
    expect(status).toBe(1);
  });

  it("judges several bases, for compatibility is not transitive", async () => {
    const repository = createRepository();
    const nickname = (type: string): string =>
      petsDocument().replace("nickname: { type: string }", `nickname: { type: ${type} }`);
    repository.write(document, nickname("string"));
    repository.commit("one");
    repository.git("tag", "v1");
    repository.write(document, petsDocument().replace(/^ *nickname.*\n/m, ""));
    repository.commit("two");
    repository.git("tag", "v2");
    repository.write(document, nickname("integer"));
    const both = await repository.review(
      "--base",
      "v1",
      "--base",
      "v2",
      "--promise",
      "wire",
      "--format",
      "json",
    );
    const report = JSON.parse(both.out) as {
      bump: string;
      comparisons: readonly { base: { label: string }; bump: string }[];
    };
    expect(report.comparisons.map(({ base, bump }) => [base.label, bump])).toEqual([
      ["v1", "major"],
      ["v2", "minor"],
    ]);
    expect(report.bump).toBe("major");
  });

  it("finds the document that was moved", async () => {
    const repository = withEdit(petsDocument());
    repository.git("mv", document, "api.yaml");
    repository.write("api.yaml", narrow);
    repository.git("add", "--all");
    const { status, out } = await repository.review("api.yaml", "--promise", "wire");
    expect(status).toBe(1);
    expect(out).toContain(`base ${document}:12:36`);
    expect(out).toContain("head api.yaml:12:36");
  });

  it("says what a document that was added or deleted means", async () => {
    const added = createRepository();
    added.write("README.md", "");
    added.commit("base");
    added.write(document, petsDocument());
    const plus = await added.review("--base", "main", "--promise", "wire");
    expect([plus.status, plus.out.includes("GET /pets is new")]).toEqual([0, true]);
    added.commit("document");
    added.git("rm", "--quiet", document);
    const minus = await added.review(document, "--base", "main", "--promise", "wire");
    expect([minus.status, minus.out.includes("GET /pets was removed")]).toEqual([1, true]);
  });

  it("writes several reports in one run, each whole", async () => {
    const repository = withEdit(narrow);
    const formats = ["markdown", "json", "sarif", "junit", "github", "html"];
    const outputs = formats.flatMap((format) => ["--output", `${format}=out/deep/${format}.txt`]);
    const { status } = await repository.review("--promise", "wire", ...outputs);
    expect(status).toBe(1);
    const folder = join(repository.root, "out/deep");
    expect(readdirSync(folder).toSorted()).toEqual(
      formats.map((format) => `${format}.txt`).toSorted(),
    );
    for (const format of formats) {
      expect(readFileSync(join(folder, `${format}.txt`), "utf8")).toContain(
        "request-query-maximum",
      );
    }
  });

  it("touches nothing in the work tree while it reads refs", async () => {
    const repository = withEdit(narrow);
    repository.commit("head");
    repository.git("switch", "--quiet", "main");
    await repository.review("--base", "main", "--head", "feature", "--promise", "wire");
    expect(repository.git("status", "--porcelain")).toBe("");
    expect(readFileSync(join(repository.root, document), "utf8")).toBe(petsDocument());
  });

  it("follows no symbolic link of a commit out of the repository", async () => {
    const repository = createRepository();
    repository.write("README.md", "");
    symlinkSync("/etc/passwd", join(repository.root, "openapi.yaml"));
    repository.commit("link");
    const { status, out, err } = await repository.review(
      "openapi.yaml",
      "--base",
      "main",
      "--head",
      "HEAD",
    );
    expect([status, out]).toEqual([3, ""]);
    expect(err).not.toContain("root:");
  });

  it("works from a folder below, where a branch has the name of a folder", async () => {
    const repository = withEdit(narrow);
    repository.git("branch", "spec");
    const { status, out } = await runIn(join(repository.root, "spec"), [
      "openapi.yaml",
      "--base",
      "main",
      "--promise",
      "wire",
    ]);
    expect([status, out.includes(`base ${document}:12:36`)]).toEqual([1, true]);
    const named = await repository.review("--base", "spec", "--promise", "wire");
    expect(named.status).toBe(1);
  });

  it("reads configuration and waivers from the repository's root", async () => {
    const repository = withEdit(narrow);
    repository.write("contract-review.yaml", `document: ${document}\nwaivers: waivers.yaml\n`);
    const before = await repository.review("--promise", "wire", "--format", "json");
    const print = /"fingerprint": "([0-9a-f]{16})"/.exec(before.out)?.[1] ?? "";
    repository.write(
      "waivers.yaml",
      `- fingerprint: "${print}"\n  reason: Agreed.\n  owner: "@api"\n  expires: 2027-01-01\n`,
    );
    const after = await runIn(join(repository.root, "spec"), ["--promise", "wire"]);
    expect([before.status, after.status]).toEqual([1, 0]);
    expect(after.out).toContain("waived by @api until 2027-01-01: Agreed.");
  });

  it("reads schemas literally when asked to", async () => {
    // By the letter, a server that declares no limit may answer more than the base's client reads.
    const repository = withEdit(petsDocument());
    repository.write(
      "closed.yaml",
      petsDocument().replace("required: [name]", "additionalProperties: false"),
    );
    const args = ["--base", "closed.yaml", "--head", "main", "--promise", "wire"];
    const plain = await repository.review(...args);
    const strict = await repository.review(...args, "--strict");
    expect([plain.status, strict.status]).toEqual([0, 1]);
  });

  it("never fetches a remote reference", async () => {
    const repository = withEdit(
      petsDocument().replace("{ type: string }", '{ $ref: "http://127.0.0.1:9/schema.json" }'),
    );
    const { status, err } = await repository.review();
    expect([status, err.includes("reference-external")]).toEqual([2, true]);
  });

  it("prints what help and version ask for", async () => {
    const { root } = createRepository();
    const help = await runIn(root, ["--help"]);
    const version = await runIn(root, ["--version"]);
    expect([help.status, help.out.includes("--base <ref|file>")]).toEqual([0, true]);
    expect([version.status, version.out]).toEqual([0, "0.0.0\n"]);
  });
});

describe("contract-review changeset", () => {
  it("writes the missing changeset, and then says that none is missing", async () => {
    const repository = withEdit(narrow);
    repository.write("contract-review.yaml", 'packages: ["@flex-channels/contract"]\n');
    const first = await repository.review("changeset", "--promise", "wire");
    const folder = join(repository.root, ".changeset");
    const [name = ""] = readdirSync(folder);
    expect(first.out).toBe(`Wrote .changeset/${name}: major for @flex-channels/contract.\n`);
    expect(readFileSync(join(folder, name), "utf8")).toContain(
      "- The query parameter `limit` refuses what it accepted",
    );
    const second = await repository.review("changeset", "--promise", "wire");
    expect(second.out).toBe(
      "The pending changesets declare major already: no changeset is missing.\n",
    );
    const gate = await repository.review("--promise", "wire", "--allow", "changeset");
    expect([gate.status, gate.out.includes("major is enough")]).toEqual([0, true]);
  });

  it("lets pass what the changesets declare, and no more", async () => {
    const repository = withEdit(narrow);
    repository.write("contract-review.yaml", "packages: [a]\n");
    repository.write(".changeset/README.md", "# no changeset\n");
    repository.write(".changeset/one.md", '---\n"a": minor\n---\n\nWords.\n');
    const { status, out } = await repository.review("--promise", "wire", "--allow", "changeset");
    expect(status).toBe(1);
    expect(out).toContain(
      "Changeset of a: minor is declared, major is needed. Run: contract-review changeset",
    );
  });

  it("writes nothing where nothing is needed", async () => {
    const repository = withEdit(petsDocument());
    const { status, out } = await repository.review("changeset", "--package", "a");
    expect([status, out]).toEqual([0, "The contract needs no release: no changeset is missing.\n"]);
    expect(existsSync(join(repository.root, ".changeset"))).toBe(false);
  });

  it("asks which packages carry the contract", async () => {
    const { status, err } = await withEdit(narrow).review("changeset");
    expect([status, err.includes("Which packages carry the contract?")]).toEqual([3, true]);
  });
});

describe("the merge base", () => {
  it("says how to fetch the history that a shallow clone lacks", async () => {
    const repository = withEdit(narrow);
    repository.commit("narrow");
    repository.git("switch", "--quiet", "main");
    repository.commit("elsewhere");
    const from = `file://${repository.root}`;
    const to = join(repository.root, "clone");
    repository.git("clone", "-q", "--depth=1", "--no-single-branch", "-b", "feature", from, to);
    const { status, err } = await runIn(to, []);
    expect([status, err]).toEqual([
      3,
      "contract-review: This clone is shallow and does not hold the commit where the work left origin/HEAD. Fetch the rest with git fetch --unshallow, or say what to compare with: --base <git ref or file>.\n",
    ]);
  });

  it("says that histories have nothing in common", async () => {
    const repository = withEdit(narrow);
    repository.git("switch", "--quiet", "--force", "--orphan", "other");
    repository.write("openapi.yaml", "openapi: 3.1.0\n");
    repository.commit("begin");
    const { status, err } = await runIn(repository.root, []);
    expect([status, err.includes("main and the work have no commit in common")]).toEqual([3, true]);
  });
});

describe("contract-review explain", () => {
  it.each([
    "request-query-required",
    "response-body-enum",
    "response-body-maxLength",
    "response-status-added",
    "request-operation-id",
    "request-source-argument",
    "document-info-version",
  ])("explains %s with an example", async (rule) => {
    const { status, out } = await runIn(process.cwd(), ["explain", rule]);
    expect([status, out.startsWith(`${rule}\n`)]).toEqual([0, true]);
    for (const part of ["Base:", "Head:", "Proof:", "Release:"]) expect(out).toContain(part);
  });

  it.each(["nonsense", "request", "request-nothing-x", "\u001B[2J"])(
    "knows no rule %j",
    async (rule) => {
      const { status, err } = await runIn(process.cwd(), ["explain", rule]);
      expect([
        status,
        err.includes("\u001B"),
        err.startsWith("contract-review: There is no rule"),
      ]).toEqual([3, false, true]);
    },
  );
});

describe("the process", () => {
  it("answers by its exit status, and prints no colour into a pipe", () => {
    const repository = withEdit(narrow);
    const cli = join(import.meta.dirname, "../../src/cli.ts");
    let status = 0;
    let out = "";
    try {
      out = execFileSync(
        process.execPath,
        ["--conditions=@flex-channels/source", cli, "--promise", "wire"],
        { cwd: repository.root, encoding: "utf8", env: { PATH: process.env["PATH"] ?? "" } },
      );
    } catch (error) {
      const failed = error as { readonly status: number; readonly stdout: string };
      status = failed.status;
      out = failed.stdout;
    }
    expect(status).toBe(1);
    expect(out).toContain("request-query-maximum");
    expect(out).not.toContain("\u001B");
  });
});
