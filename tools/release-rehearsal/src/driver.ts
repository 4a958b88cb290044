import { fileURLToPath } from "node:url";

/** A script of ours that runs in a process of its own, because what it loads is gear. */
export function driver(name: string): string {
  return fileURLToPath(new URL(`drivers/${name}`, import.meta.url));
}

/** A file of the consumer projects. */
export function consumerFile(name: string): string {
  return fileURLToPath(new URL(`../consumer/${name}`, import.meta.url));
}
