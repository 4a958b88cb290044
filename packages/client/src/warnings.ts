/** Something an application should hear of that fails no call. */
export interface FlexWarning {
  /**
   * `contract`: an answer violates the document and `validation` is `warn`. `deprecation`, `sunset`:
   * the service announced an end (RFC 9745, RFC 8594). `hook`: a hook threw.
   */
  readonly kind: "contract" | "deprecation" | "sunset" | "hook";
  readonly operationId: string;
  readonly message: string;
}

export type WarningSink = (warning: FlexWarning) => void;

interface Runtime {
  readonly process?: { emitWarning?(message: string, options: { type: string }): void };
  readonly console?: { warn(message: string): void };
}

/** Node's own warnings where there are any, so that `--no-warnings` and `process.on` rule. */
export const platformWarning: WarningSink = ({ message }) => {
  const { process, console } = globalThis as Runtime;
  if (process?.emitWarning) process.emitWarning(message, { type: "FlexChannelsWarning" });
  else console?.warn(message);
};
