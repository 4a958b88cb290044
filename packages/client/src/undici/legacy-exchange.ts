import { util } from "undici";
import type { Controller } from "./controller.ts";
import { Exchange } from "./exchange.ts";

/**
 * An exchange that also knows the names of before undici 7. Under Node 20 and 22 the global
 * dispatcher may be the one that Node brings along, of undici 6.
 */
export class LegacyExchange extends Exchange {
  #controller: (Controller & { paused: boolean }) | undefined;

  onConnect(abort: (reason: Error) => void): void {
    this.#controller = { abort, paused: false, pause: () => undefined, resume: () => undefined };
    this.onRequestStart(this.#controller);
  }

  /** False asks for a pause. */
  onHeaders(status: number, fields: Buffer[], resume: () => void): boolean {
    const controller = this.#controller;
    if (!controller) return true;
    controller.pause = () => {
      controller.paused = true;
    };
    controller.resume = () => {
      if (!controller.paused) return;
      controller.paused = false;
      resume();
    };
    this.onResponseStart(controller, status, util.parseHeaders(fields));
    return !controller.paused;
  }

  onData(chunk: Uint8Array): boolean {
    if (this.#controller) this.onResponseData(this.#controller, chunk);
    return this.#controller?.paused !== true;
  }

  onComplete(): void {
    this.onResponseEnd();
  }

  onError(error: Error): void {
    this.onResponseError(null, error);
  }
}
