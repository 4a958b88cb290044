/** A Flex chat channel. */
export interface Channel {
  account_sid: string | null;
  flex_flow_sid: string | null;
  sid: string | null;
  user_sid: string | null;
  task_sid: string | null;
  url: string | null;
  date_created: string | null;
  date_updated: string | null;
}

/** A success with the declared body of its status. */
export interface Success<Status extends number, Data> {
  readonly kind: "success";
  readonly status: Status;
  readonly data: Data;
}

export interface Client<Options> {
  /** Fetch channel … */
  fetchChannel(sid: string, options?: Options): Promise<Channel>;
}

export interface SafeClient<Options, Meta, Failure> {
  /** Fetch channel … */
  fetchChannel(sid: string, options?: Options): Promise<(Success<200, Channel> & Meta) | Failure>;
}
