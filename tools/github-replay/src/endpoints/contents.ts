import { createHash } from "node:crypto";
import type { JsonObject } from "../json.ts";
import type { Answer, Call } from "../server/answer.ts";
import { GithubRefusal } from "../server/answer.ts";
import type { Commit } from "../state/model.ts";
import { resolveCommit } from "./resolve-commit.ts";

/** A file with its text in base64, or the list of a folder. */
export function getContent(call: Call): Answer {
  const commit = commitOf(call);
  const path = (call.text("path") ?? "").replace(/\/$/, "");
  const text = commit.files.get(path);
  if (text !== undefined && call.accept.includes("raw")) {
    const mediaType = "application/vnd.github.raw+json; charset=utf-8";
    return { status: 200, text: { mediaType, content: text } };
  }
  if (text !== undefined) return { status: 200, body: presentFile(call, commit, path, text) };
  const prefix = path === "" ? "" : `${path}/`;
  const names = new Set(
    [...commit.files.keys()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length).split("/")[0] ?? ""),
  );
  if (names.size === 0) throw new GithubRefusal(404, "Not Found");
  const entries = [...names].toSorted().map((name) => {
    const inside = commit.files.get(`${prefix}${name}`);
    return inside === undefined
      ? presentEntry(call, commit, `${prefix}${name}`, "dir", "")
      : presentEntry(call, commit, `${prefix}${name}`, "file", inside);
  });
  return { status: 200, body: entries };
}

function commitOf(call: Call): Commit {
  const reference = call.text("ref") ?? call.state.defaultBranch;
  try {
    return resolveCommit(call, reference);
  } catch {
    throw new GithubRefusal(404, `No commit found for the ref ${reference}`);
  }
}

function presentFile(call: Call, commit: Commit, path: string, text: string): JsonObject {
  const content = Buffer.from(text, "utf8").toString("base64");
  return {
    ...presentEntry(call, commit, path, "file", text),
    encoding: "base64",
    // GitHub wraps base64 at 60 characters, so a decoder must skip line breaks.
    content: content.replaceAll(/.{60}/g, "$&\n"),
  };
}

function presentEntry(
  { state, url }: Call,
  commit: Commit,
  path: string,
  type: "file" | "dir",
  text: string,
): JsonObject {
  const bytes = Buffer.from(text, "utf8");
  const address = path.split("/").map(encodeURIComponent).join("/");
  const self = `${url}/repos/${state.repository}/contents/${address}?ref=${commit.sha}`;
  const html = `https://github.com/${state.repository}/${type === "file" ? "blob" : "tree"}/${commit.sha}/${address}`;
  const git = `${url}/repos/${state.repository}/git/${type === "file" ? "blobs" : "trees"}/`;
  const sha = createHash("sha1")
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest("hex");
  return {
    type,
    size: bytes.length,
    name: path.split("/").at(-1) ?? "",
    path,
    sha,
    url: self,
    git_url: `${git}${sha}`,
    html_url: html,
    download_url: null,
    _links: { self, git: `${git}${sha}`, html },
  };
}
