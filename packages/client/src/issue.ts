import type { Issue } from "@flex-channels/contract/validation";

export type { Issue };

/** Judges a value by the document: what does not hold; empty means valid. */
export type Check = (value: unknown) => readonly Issue[];

/** Checks by the method's name and another: a parameter's, or the status of a success. */
export type CheckTable = Readonly<Record<string, Readonly<Record<string, Check>>>>;
