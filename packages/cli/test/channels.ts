import { createFlexClient } from "@flex-channels/client";
import { createMock } from "@flex-channels/mock";
import type { Mock } from "@flex-channels/mock";
import { fixture } from "@flex-channels/mock/testing";
import type { Handler } from "@flex-channels/mock/testing";
import type { CreateClient } from "../src/index.ts";

/** Secrets that no output may show. */
export const canary = "canary-auth-token";
export const accountSid: string = `AC${"0".repeat(32)}`;
export const environment: Readonly<Record<string, string>> = {
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: canary,
};

/** The SID of the n-th channel of {@link channelMock}. */
export function sidOf(index: number): string {
  return `CH${index.toString(16).padStart(32, "0")}`;
}

/** A channel for every SID below a hundred, and none for any other. */
export function channelMock(): Mock {
  return createMock({
    seed: {
      fetchChannel: ({ Sid = "" }) =>
        Number.parseInt(Sid.slice(2), 16) < 100
          ? fixture("fetchChannel", 200, { sid: Sid })
          : undefined,
    },
  });
}

export const unknownSid: string = sidOf(4095);

/** A real client whose requests end in a handler, not on the network. */
export function clientOver(handler: Handler): CreateClient {
  return (options) => ({
    safe: {
      ...createFlexClient({
        ...options,
        accountSid,
        authToken: canary,
        maxRetries: 0,
        fetch: (url, init) => handler(url, init),
      }).safe,
    },
  });
}
