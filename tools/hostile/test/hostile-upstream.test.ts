import { join } from "node:path";
import { startGithub } from "@flex-channels/github-replay";
import { expect, test, vi } from "vitest";
import { hostileTexts } from "../src/hostile-texts.ts";
import { controlCharacters } from "../src/inert/control-characters.ts";
import { markdownProblems } from "../src/inert/markdown.ts";
import { canary } from "./hostile-change.ts";
import { brokenDocument, hostileDocument } from "./hostile-document.ts";
import { commandProblems, rules } from "./inert-log.ts";
import { createScene } from "./scene.ts";

// Programs are run as processes, on a machine that may have others to run.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

const program = "drift/src/cli.ts";

test("a hostile document of the service's is told as text, in the issue and in the log", async () => {
  const scene = await createScene();
  const github = await startGithub({
    repository: "o/r",
    tokens: { [canary]: { permissions: { issues: "write" } } },
  });
  const { base, head } = hostileDocument(hostileTexts);
  await scene.write({ "ours.yaml": base, "theirs.yaml": head, "accepted.yaml": "" });
  const given = [
    "theirs.yaml",
    "--document",
    join(scene.root, "ours.yaml"),
    "--accepted",
    join(scene.root, "accepted.yaml"),
  ];
  const env = { GITHUB_ACTIONS: "true", INIT_CWD: scene.root };
  const token = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: "o/r",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "a".repeat(40),
    GITHUB_TOKEN: canary,
  };
  const { status, log } = await scene.run(program, [...given, "--issue"], { ...env, ...token });
  expect(status, log).toBe(0);
  const [issue] = github.state.issues.values();
  const shown = `${log}${issue?.body ?? ""}`;
  for (const { word } of hostileTexts) expect(log).toContain(word);
  expect(commandProblems(log, [])).toEqual([]);
  expect(controlCharacters(shown)).toEqual([]);
  expect(issue?.title).toBe("Our document and Twilio's have parted");
  expect(markdownProblems(issue?.body ?? "", rules)).toEqual([]);
  expect(shown).not.toContain(canary);
  await github.close();
  await scene.remove();
});

test("a file that is no document is refused without a command or a hidden character", async () => {
  const scene = await createScene();
  await scene.write({
    "theirs.yaml": brokenDocument(hostileTexts),
    "ours.yaml": hostileDocument([]).base,
    "accepted.yaml": "",
  });
  const { status, log } = await scene.run(
    program,
    [
      "theirs.yaml",
      "--document",
      join(scene.root, "ours.yaml"),
      "--accepted",
      join(scene.root, "accepted.yaml"),
    ],
    { GITHUB_ACTIONS: "true", INIT_CWD: scene.root },
  );
  expect(status, log).toBe(2);
  expect(log).toContain("evil-command");
  expect(commandProblems(log, [])).toEqual([]);
  expect(controlCharacters(log)).toEqual([]);
  await scene.remove();
});
