import v8 from "node:v8";

/** Documents of this size together fill more memory than a review of them needs. */
const LARGE_BYTES = 4 * 1024 * 1024;

/**
 * What a review makes of a large document lives as long as the review: a nursery that grows with it
 * is memory for nothing, and threads that copy it together take longer than one alone.
 */
export function spareMemory(bytes: number): void {
  if (bytes <= LARGE_BYTES) return;
  v8.setFlagsFromString("--semi-space-growth-factor=1");
  v8.setFlagsFromString("--no-parallel-scavenge");
}
