import type { Issue } from "@flex-channels/contract/validation";

export type { Issue };

/** Judges a value by the document: what does not hold; empty means valid. */
export type Validator = (value: unknown) => readonly Issue[];

/** Validators by name. */
export type Validators = Readonly<Record<string, Validator | undefined>>;
