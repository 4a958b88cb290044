import type { Requests } from "@flex-channels/contract";
import type { RequestBuilder } from "./build-request.ts";
import type { Call } from "./call.ts";
import type { Tell } from "./events.ts";
import type { Extras } from "./extras.ts";
import type { CheckTable } from "./issue.ts";
import type { FlexClientOptions } from "./options.ts";
import type { Answer } from "./outcome.ts";
import type { Settings } from "./settings.ts";

/** Observes a call, if anybody listens when it begins. */
export type Observe = (call: Call) => Tell | undefined;

/**
 * What a client is made of: the generated parts, or those of another document, and the behaviours
 * that an entry can do without. What an entry does not name stays out of its bundle.
 */
export interface ClientParts extends Extras {
  readonly requests: Requests;
  readonly argumentChecks: CheckTable;
  readonly builder: RequestBuilder;
  /** Absent: bodies are not judged. */
  readonly responseChecks?: CheckTable;
  /** Completes a client's options from where it runs. */
  readonly complete?: (options: FlexClientOptions, server: string | undefined) => FlexClientOptions;
  readonly createObserver?: (options: FlexClientOptions) => Observe;
  /** Sees every answer. */
  readonly heed?: (call: Call, answer: Answer) => void;
}

/** A client: its parts, its settings, and who observes its calls. */
export interface ClientState extends ClientParts {
  readonly settings: Settings;
  readonly observe: Observe | undefined;
}
