import { execFileSync } from "node:child_process";
import { chmod, cp, mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { run } from "../../src/command/run.ts";
import {
  type ScratchRepository,
  scratchRepository,
  scratchTerminal,
} from "../scratch-repository.ts";
import { root } from "../workflow-steps.ts";

// Real programs on a machine that has other work: slow is not wrong.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let repository: ScratchRepository;
beforeEach(async () => {
  repository = await scratchRepository();
  repository.git("switch", "--quiet", "--create", "feature");
  repository.git("config", "user.name", "Ada");
});
afterEach(async () => repository.remove());

const document = "spec/openapi.yaml";

async function call(...argv: readonly string[]): Promise<{ status: number; said: string }> {
  const { terminal, said } = scratchTerminal(repository.root);
  return { status: await run(argv, terminal), said: said() };
}

const narrow = async (): Promise<void> =>
  repository.replace(document, "maxLength: 64", "maxLength: 32");

describe("review", () => {
  test("says that nothing changed, and that the gate is open", async () => {
    const { status, said } = await call("review");
    expect(status).toBe(0);
    expect(said).toContain("Both documents mean the same.");
    expect(said).toContain("The gate is open: every condition holds.");
  });

  test("tells who breaks, and each condition with its command", async () => {
    await narrow();
    await repository.write({ "generated.txt": "edited by hand\n" });
    const { status, said } = await call("review");
    expect(status).toBe(1);
    expect(said).toContain("refuses what it accepted");
    expect(said).toContain('Waive it with: pnpm contract:waive --reason "why this is acceptable"');
    expect(said).toContain("Write it with: pnpm contract:changeset");
    expect(said).toContain("Mend it with: pnpm generate");
  });

  test("prints the comment itself, from any folder", async () => {
    await narrow();
    const { terminal, said } = scratchTerminal(join(repository.root, "spec"));
    expect(await run(["review", "--markdown"], terminal)).toBe(1);
    expect(said()).toMatch(/^## 🔴 Contract review: breaking \(major\)\n/);
    expect(said()).toContain("### Before this can land");
  });

  test("shows where a document cannot be read", async () => {
    await repository.replace(document, '[string, "null"]', "[string, nil]");
    const { status, said } = await call("review");
    expect(status).toBe(2);
    expect(said).toContain("> 90 |           type: [string, nil]");
  });

  test("follows the document into the files beside it", async () => {
    const beside = "spec/new-channel.yaml";
    repository.git("switch", "--quiet", "main");
    await repository.replace(
      document,
      '"#/components/schemas/NewChannel" }\n      responses',
      '"./new-channel.yaml" }\n      responses',
    );
    await repository.write({
      [beside]:
        "type: object\nrequired: [name]\nproperties: { name: { type: string, maxLength: 64 } }\n",
    });
    repository.commit();
    repository.git("switch", "--quiet", "--create", "beside");
    expect((await call("review")).said).toContain("The document is clean.");
    await repository.replace(beside, "maxLength: 64", "maxLength: 32");
    expect((await call("review", "--markdown")).said).toMatch(/breaking \(major\)/);
  });

  test("outside of a repository says so", async () => {
    const { terminal, said } = scratchTerminal("/");
    expect(await run(["review"], terminal)).toBe(3);
    expect(said()).toBe("/ is in no git repository.\n");
  });
});

describe("the commands that mend", () => {
  test("open the gate", async () => {
    await narrow();
    expect((await call("waive", "--reason", "Nobody does.")).said).toBe(
      "Wrote 1 to contract-review.waivers.yaml. Whoever owns the file approves it.\n",
    );
    expect((await call("changeset")).said).toMatch(/^Wrote \.changeset\/contract-\w+\.md: major/);
    expect(await call("review")).toMatchObject({ status: 0 });
    expect(await repository.read("contract-review.waivers.yaml")).toBe(
      [
        "# The request body at name refuses what it accepted (maxLength)",
        '- fingerprint: "394621040c0630df"',
        '  reason: "Nobody does."',
        '  owner: "Ada"',
        "  expires: 2027-02-20",
        "",
      ].join("\n"),
    );
  });

  test("write nothing twice", async () => {
    await narrow();
    await call("waive", "--reason", "Nobody does.");
    await call("changeset");
    expect((await call("waive", "--reason", "Again.")).said).toContain("no waiver is missing");
    expect((await call("changeset")).said).toContain("no changeset is missing");
  });

  test("add to a list that is there, and to one that is empty", async () => {
    await repository.write({ "contract-review.waivers.yaml": "# Ours\n[]\n" });
    await narrow();
    await call(
      "waive",
      "--reason",
      "Nobody does.",
      "--owner",
      "@o/team",
      "--expires",
      "2027-01-31",
    );
    await repository.replace(document, "maximum: 100", "maximum: 50");
    await call("waive", "--reason", "Nor this.");
    const text = await repository.read("contract-review.waivers.yaml");
    expect(text).toMatch(/^# Ours\n/);
    expect(text.match(/^- fingerprint/gm)).toHaveLength(2);
    expect(text).toContain('owner: "@o/team"\n  expires: 2027-01-31');
  });

  test("refuse a finding that is not open, and a day that is none", async () => {
    await narrow();
    expect(await call("waive", "0000000000000000", "--reason", "x")).toEqual({
      status: 3,
      said: 'No open finding has the fingerprint "0000000000000000". Open: 394621040c0630df.\n',
    });
    expect((await call("waive", "--reason", "x", "--expires", "soon")).said).toMatch(
      /expected a day/,
    );
    expect((await call("waive", "--reason", "x", "--expires", "2026-11-21")).said).toBe(
      "Expected a day from 2026-11-22 on in --expires, received 2026-11-21: a waiver that has ended mutes nothing.\n",
    );
    await expect(repository.read("contract-review.waivers.yaml")).rejects.toThrow("ENOENT");
  });
});

describe("the hook", () => {
  /** A remote to push to, and a pnpm that says that it was called. */
  const prepare = async (): Promise<(...args: readonly string[]) => string> => {
    const { git, root: here } = repository;
    await mkdir(join(here, ".githooks"));
    await cp(join(root, ".githooks", "pre-push"), join(here, ".githooks", "pre-push"));
    const bin = join(here, ".git", "bin");
    await mkdir(bin);
    await writeFile(join(bin, "pnpm"), '#!/bin/sh\necho "called: $*" >&2\nexit 1\n');
    await chmod(join(bin, "pnpm"), 0o755);
    git("init", "--quiet", "--bare", join(here, ".git", "remote.git"));
    git("remote", "add", "origin", join(here, ".git", "remote.git"));
    git("push", "--quiet", "origin", "main");
    expect((await call("hooks")).status).toBe(0);
    return (...args) => {
      try {
        execFileSync("git", ["push", "--quiet", "origin", ...args], {
          cwd: here,
          encoding: "utf8",
          stdio: "pipe",
          env: { ...process.env, PATH: [bin, process.env["PATH"] ?? ""].join(delimiter) },
        });
        return "pushed";
      } catch (error) {
        return (error as { readonly stderr: string }).stderr;
      }
    };
  };

  test("reviews a push that touches the contract, and stops it", async () => {
    const push = await prepare();
    await narrow();
    repository.commit();
    expect(push("feature")).toContain("called: --silent contract:review");
    expect(push("--no-verify", "feature")).toBe("pushed");
  });

  test("lets any other push go", async () => {
    const push = await prepare();
    await repository.write({ "README.md": "Hello\n" });
    repository.commit();
    expect(push("feature")).toBe("pushed");
    expect(push("--delete", "feature")).toBe("pushed");
  });

  test("looks at what the other side has not seen", async () => {
    const push = await prepare();
    await narrow();
    repository.commit();
    push("--no-verify", "feature");
    await repository.write({ "README.md": "Hello\n" });
    repository.commit();
    expect(push("feature")).toBe("pushed");
  });

  test("is taken out again, and takes nobody's place", async () => {
    await call("hooks");
    expect(repository.git("config", "core.hooksPath")).toBe(".githooks");
    await call("hooks", "--remove");
    expect(() => repository.git("config", "core.hooksPath")).toThrow("Command failed");
    expect((await call("hooks", "--remove")).said).toBe(
      "No hooks of this repository are installed.\n",
    );
    repository.git("config", "core.hooksPath", ".husky");
    expect(await call("hooks")).toEqual({
      status: 3,
      said: "This clone has hooks of its own (core.hooksPath is .husky), which would run no more. Call .githooks/pre-push from there.\n",
    });
    await call("hooks", "--remove");
    expect(repository.git("config", "core.hooksPath")).toBe(".husky");
  });

  test("silences no hook that a person keeps in git's own folder", async () => {
    await repository.write({ ".git/hooks/pre-commit": "#!/bin/sh\n" });
    expect(await call("hooks")).toEqual({
      status: 3,
      said: "This clone has hooks of its own (.git/hooks/pre-commit), which would run no more. Call .githooks/pre-push from there.\n",
    });
    expect(() => repository.git("config", "core.hooksPath")).toThrow("Command failed");
  });

  test("says where the files are not what is pushed", async () => {
    const push = await prepare();
    await narrow();
    repository.commit();
    expect(push("feature")).not.toContain("another contract");
    await repository.replace(document, "maxLength: 32", "maxLength: 16");
    expect(push("feature")).toContain(
      "The push brings another contract than the files that lie here; reviewed are the files.\ncalled: --silent contract:review",
    );
  });

  test("looks at every branch of a push, and at no tag of what is there", async () => {
    const push = await prepare();
    repository.git("tag", "v1", "main");
    expect(push("v1")).toBe("pushed");
    await repository.write({ "README.md": "Hello\n" });
    repository.commit();
    repository.git("branch", "calm");
    await narrow();
    repository.commit();
    expect(push("calm", "feature")).toContain("called: --silent contract:review");
    expect(push("calm")).toBe("pushed");
  });
});
