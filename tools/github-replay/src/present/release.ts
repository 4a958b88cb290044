import type { JsonObject } from "../json.ts";
import type { Release } from "../state/model.ts";
import { presentAccount } from "./repository.ts";
import type { Scene } from "./scene.ts";
import { website } from "./scene.ts";

export function presentRelease(scene: Scene, release: Release): JsonObject {
  const { state, url } = scene;
  return {
    id: release.id,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    author: presentAccount(scene, release.author),
    created_at: release.createdAt,
    published_at: release.draft ? null : release.createdAt,
    url: `${url}/repos/${state.repository}/releases/${String(release.id)}`,
    html_url: `${website}/${state.repository}/releases/tag/${encodeURIComponent(release.tag)}`,
  };
}
