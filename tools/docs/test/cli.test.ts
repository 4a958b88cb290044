import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

const cli = join(import.meta.dirname, "..", "src", "cli.ts");

interface Started {
  readonly lines: AsyncIterator<string>;
  readonly interrupt: () => void;
  readonly ended: Promise<{ readonly status: number | null; readonly errors: string }>;
}

function start(...args: readonly string[]): Started {
  const child = spawn(process.execPath, ["--conditions=@flex-channels/source", cli, ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString("utf8");
  });
  return {
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    interrupt: () => void child.kill("SIGINT"),
    ended: once(child, "close").then(([status]) => ({ status: status as number | null, errors })),
  };
}

describe("the command", () => {
  test("serves the page with the mock behind it until it is interrupted", async () => {
    const { lines, interrupt, ended } = start("serve", "--port", "0");
    const line = String((await lines.next()).value);
    const [address = ""] = /http:\S+/.exec(line) ?? [];
    const page = await (await fetch(address)).text();
    expect(page).toContain("<h3 id");
    const answer = await fetch(`${address}mock/v1/Channels/CH${"a".repeat(32)}`);
    expect(answer.status).toBe(401);
    interrupt();
    expect(await ended).toEqual({ status: 0, errors: "" });
  });

  test("says that a port is in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { status, errors } = await start("serve", "--port", String(port)).ended;
    expect(status).toBe(2);
    expect(errors).toContain(`Port ${String(port)} on 127.0.0.1 is in use.`);
  });

  test("writes the site", async () => {
    const folder = join(temporaryFolder(), "site");
    const { status, errors } = await start("build", "--out", folder).ended;
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(["index.html", "guide.html", "changelog.html", "review.html"]),
    );
  });

  test.each([
    { name: "explains itself", given: ["--help"], want: 0 },
    { name: "refuses what it does not know", given: ["open"], want: 3 },
  ])("$name", async ({ given, want }) => {
    expect((await start(...given).ended).status).toBe(want);
  });
});
