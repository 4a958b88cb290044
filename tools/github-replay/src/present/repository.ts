import type { JsonObject } from "../json.ts";
import type { Account } from "../state/model.ts";
import type { Scene } from "./scene.ts";
import { website } from "./scene.ts";

/** The members that the state knows; `complete` adds those that the description requires. */
export function presentAccount({ url }: Scene, { id, login, type }: Account): JsonObject {
  return {
    id,
    login,
    type,
    site_admin: false,
    url: `${url}/users/${encodeURIComponent(login)}`,
    html_url: `${website}/${type === "Bot" ? `apps/${login.replace(/\[bot\]$/, "")}` : login}`,
  };
}

export function presentRepository(scene: Scene, fullName: string): JsonObject {
  const { state, url } = scene;
  const [owner = "", name = ""] = fullName.split("/");
  return {
    id: state.account(`${fullName}.git`).id,
    name,
    full_name: fullName,
    owner: presentAccount(scene, state.account(owner)),
    private: state.visibility === "private",
    visibility: state.visibility,
    fork: fullName !== state.repository,
    default_branch: state.defaultBranch,
    url: `${url}/repos/${fullName}`,
    html_url: `${website}/${fullName}`,
  };
}
