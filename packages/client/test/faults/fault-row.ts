import type {
  Channel,
  FlexClientOptions,
  FlexError,
  FlexErrorKind,
  RequestOptions,
} from "../../src/index.ts";
import type { Behaviour, FaultServer } from "./fault-server.ts";

/** What the caller of a client must see. */
export interface Want {
  /**
   * Success or the kind of the error. More than one where issue and standards leave it open, or the
   * runtime's `fetch` decides.
   */
  readonly kind: Outcome | readonly Outcome[];
  /** How often the server was asked, all calls together. @default once a call */
  readonly requests?: number | readonly number[];
  /** Judges the data in place of "it is the channel that honest servers answer with"; throws. */
  readonly data?: (data: Channel) => void;
  /** Of the error; `undefined` says that there must be none. */
  readonly status?: number | undefined;
  readonly retryable?: boolean;
  /** Twilio's code. */
  readonly code?: number;
  /** Judges the error further; throws. */
  readonly error?: (error: FlexError) => void;
}

/** The two forms of a call: one throws its error, the other returns it. */
export type Form = "throwing" | "safe";

export type Outcome = "success" | FlexErrorKind;

/** A connection, its first bytes, or the request of that number. */
export type TimeUpAt = "connection" | "first-bytes" | number;

/** One fault: how the other side behaves, how it is called, and what must come of it. */
export interface FaultRow {
  readonly name: string;
  readonly behaviour: Behaviour;
  /** Added to the defaults of the suite: no retry, long times. */
  readonly options?: FlexClientOptions;
  readonly call?: RequestOptions;
  /** Where the client is sent, if not to the server's own origin. */
  readonly baseUrl?: (server: FaultServer) => string | Promise<string>;
  /** Requests that the runtime's `fetch` holds on to, because it cannot be stopped. @default 0 */
  readonly pending?: number;
  /**
   * How far an exchange comes before the time of an attempt is up; the clock of the row waits for it.
   * @default the first request where a timeout is wanted, else time is not up
   */
  readonly timeUpAt?: TimeUpAt;
  /** Calls one after another on one client; the last is judged, the others must succeed. @default 1 */
  readonly calls?: number;
  readonly want: Want;
}
