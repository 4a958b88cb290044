import type { Review } from "../verdict/review.ts";

/** A report is a pure function of a review. */
export type Render = (review: Review, options: RenderOptions) => string;

export interface RenderOptions {
  /** Whether to write ANSI colours, where the format has them. */
  readonly color: boolean;
}
