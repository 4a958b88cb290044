import { hash } from "node:crypto";

/**
 * Whether `contract-review changeset` wrote a file and nobody edited it: the file is named by the
 * hash of its text. Its sentences repeat the findings of one day; the changelog tells those of the
 * release instead. An edited one holds words of a person and is kept.
 */
export function isGeneratedChangeset(id: string, text: string): boolean {
  return id === `contract-${hash("sha256", text).slice(0, 8)}`;
}
