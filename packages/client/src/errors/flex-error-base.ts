import type { Attempt } from "../attempt-record.ts";
import type { Issue } from "../issue.ts";
import { describeError } from "./describe-error.ts";
import type {
  FlexErrorDetails,
  FlexErrorFields,
  FlexErrorJson,
  ProblemDetails,
} from "./flex-error-details.ts";
import type { FlexErrorKind } from "./flex-error-kind.ts";

/** Key of the mark that all errors of this package carry, across copies and realms. */
export const errorBrand: symbol = Symbol.for("@flex-channels/client/error");

/**
 * What all errors of this package share. Whatever is enumerable is safe to log; `body`, `rawBody`
 * and `cause` come from outside: they can be read, and are left out of every inspection.
 */
export abstract class FlexErrorBase<
  Kind extends FlexErrorKind,
  Given extends readonly [details?: FlexErrorDetails] = readonly [details?: FlexErrorDetails],
>
  extends Error
  implements FlexErrorFields
{
  /** Which of the eight ways; narrows `FlexError`. */
  declare readonly kind: Kind;
  declare readonly operationId?: string;
  declare readonly method?: string;
  declare readonly url?: string;
  declare readonly status?: number;
  declare readonly code?: number;
  declare readonly detail?: string;
  declare readonly moreInfo?: string;
  declare readonly problem?: ProblemDetails;
  declare readonly requestId?: string;
  declare readonly headers: Readonly<Record<string, string>>;
  declare readonly issues: readonly Issue[];
  declare readonly attempts: readonly Attempt[];
  declare readonly elapsedMs: number;
  declare readonly retryable: boolean;
  /** The parsed body of the last answer. Not enumerable: it is the server's and may say anything. */
  declare readonly body?: unknown;
  /** The text of the last answer's body, at most 64 KiB. Not enumerable. */
  declare readonly rawBody?: string;

  /** The kind of the class's errors. */
  declare static readonly kind: FlexErrorKind;

  constructor(...given: Given) {
    const [details = {}] = given;
    const { kind } = new.target;
    const { message, reason: _reason, note: _note, body, rawBody, cause, ...fields } = details;
    super(message ?? describeError(kind, details));
    const empty = { headers: {}, issues: [], attempts: [], elapsedMs: 0, retryable: false };
    for (const [name, value] of Object.entries({ kind, ...empty, ...fields })) {
      if (value !== undefined) Object.assign(this, { [name]: value });
    }
    const hidden: Record<PropertyKey, unknown> = {
      name: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Error`,
      body,
      rawBody,
      ...("cause" in details && { cause }),
      [errorBrand]: true,
    };
    // For console.log of Node, Bun and Deno, which would print `cause`.
    for (const name of ["nodejs.util.inspect.custom", "Deno.customInspect"]) {
      hidden[Symbol.for(name)] = inspectError;
    }
    // Accessors: an uncaught error is printed with every value, whatever its inspection says.
    for (const key of Reflect.ownKeys(hidden)) {
      Object.defineProperty(this, key, { get: () => hidden[key] });
    }
  }

  /** An error of a kind is an instance of the kind's class, from whatever entry, copy or realm it is. */
  static override [Symbol.hasInstance](
    this: { readonly kind: FlexErrorKind },
    value: unknown,
  ): boolean {
    return (
      Function.prototype[Symbol.hasInstance].call(this, value) ||
      // Classes that an application derives are its own.
      (Object.hasOwn(this, "kind") &&
        errorBrand in Object(value) &&
        (value as FlexErrorFields & { readonly kind: unknown }).kind === this.kind)
    );
  }

  /** The fields that are safe to log, as plain data. */
  toJSON(): FlexErrorJson {
    const { name, message } = this;
    return Object.assign({ name, message }, this);
  }
}

function inspectError(this: Error): string {
  return `${this.stack} ${JSON.stringify(Object.assign({}, this), undefined, 2)}`;
}
