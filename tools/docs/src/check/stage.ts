import type { Browser } from "./tab.ts";

/** What every check is given. */
export interface Stage {
  readonly browser: Browser;
  /** Address of the served site, below a path of some depth. */
  readonly address: string;
  /** Pages of comments among the served, beside that of the sample. */
  readonly comments: readonly string[];
  /** Folder with the same site, written as files and without a mock. */
  readonly folder: string;
  /** Folder with the site of a document that means harm. */
  readonly hostileFolder: string;
  /** Source text of axe-core. */
  readonly axe: string;
  /** Folder for pictures. */
  readonly pictures: string;
}
