import type { Workbench } from "./workbench.ts";

/** What one run of a contender yields: figures by metric name. */
export type Sample = Readonly<Record<string, number>>;

/** A figure that a scenario measures. */
export interface Metric {
  /** Key in a sample. */
  readonly name: string;
  /** Shown behind each number. */
  readonly unit: "B" | "kB" | "MB" | "ms" | "µs" | "packages" | "instantiations";
}

/** One of the programs that are compared: ours, or a peer. */
export interface Contender {
  readonly name: string;
  /** Version of what is measured, where it has one. */
  readonly version?: string | undefined;
  /** Which of ours it is a peer of; one of ours names itself. @default the first contender */
  readonly peerOf?: string | undefined;
  readonly run: () => Promise<Sample>;
}

/** A promise about one metric. */
export type Budget =
  /** The median is at most so much. */
  | {
      readonly kind: "limit";
      readonly metric: string;
      readonly contender: string;
      readonly atMost: number;
    }
  /** The median of `contender / peer`, round by round, is at most so much. */
  | {
      readonly kind: "ratio";
      readonly metric: string;
      readonly contender: string;
      readonly peer: string;
      readonly atMost: number;
    }
  /** The median of `contender - peer`, round by round, is at most so much. */
  | {
      readonly kind: "excess";
      readonly metric: string;
      readonly contender: string;
      readonly peer: string;
      readonly atMost: number;
    };

/** A question with a measured answer. */
export interface Scenario {
  /** What the command line calls it. */
  readonly name: string;
  /** What is measured, and how: one sentence. */
  readonly measures: string;
  /** The first is the one that the plot shows. */
  readonly metrics: readonly Metric[];
  /** How often each contender runs; 1 where the answer cannot vary. */
  readonly rounds: number;
  readonly budgets: readonly Budget[];
  /** Ours first. Installs and prepares whatever the runs need. */
  readonly prepare: (workbench: Workbench) => Promise<readonly Contender[]>;
}
