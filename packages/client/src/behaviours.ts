import { responseChecks } from "@flex-channels/contract/validators";
import { announce } from "./announce.ts";
import type { ClientParts } from "./client-parts.ts";
import { createObserver } from "./create-observer.ts";
import { answerDetails } from "./details.ts";
import { completeOptions } from "./environment.ts";
import { parseHttpDate } from "./http-date.ts";

/** Something that a client can do without: to be handed to the core entry, and not to be looked into. */
export type Behaviour = Partial<ClientParts>;

/** Judges answers by the document: the option `validation` says what comes of a violation. */
export const validation: Behaviour = { responseChecks };

/** Reads `TWILIO_*`, and puts `region` and `edge` into the host name. */
export const environment: Behaviour = { complete: completeOptions };

/** Hooks and the channels of `node:diagnostics_channel`. */
export const events: Behaviour = { createObserver };

/** Warns once of `Deprecation` and `Sunset`. */
export const announcements: Behaviour = { heed: announce };

/** Shows in errors what the service said: code, message, problem details, harmless headers. */
export const details: Behaviour = { details: answerDetails };

/** Understands HTTP-dates in `Retry-After`, beside seconds and milliseconds. */
export const retryDates: Behaviour = { parseDate: parseHttpDate };
