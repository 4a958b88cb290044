import { refuseOption } from "./refuse.ts";

/**
 * Puts a region and an edge into one of Twilio's host names, `product[.edge][.region].twilio.com`.
 * What is not given is taken from the host; an edge alone implies the region `us1`.
 */
export function locateServer(server: string, region?: string, edge?: string): string {
  // A document may name no server, or one without a host: that is refused with the base URL.
  if ((region === undefined && edge === undefined) || !URL.canParse(server)) return server;
  for (const [name, value = "us1"] of Object.entries({ region, edge })) {
    // One label of a host name and nothing else: neither may name another host.
    if (typeof value !== "string" || !/^[a-z\d-]+$/i.test(value))
      refuseOption(name, "letters, digits and hyphens", value);
  }
  const url = new URL(server);
  const [product, ...middle] = url.hostname.split(".");
  const domain = middle.splice(-2);
  const labels = [edge ?? (middle[1] && middle[0]), region ?? middle.at(-1) ?? "us1"];
  url.hostname = [product, ...labels, ...domain].filter(Boolean).join(".");
  return url.href;
}

const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Checks a base URL and takes the trailing slash off. Plain http is for loopback, or on demand. */
export function checkBaseUrl(text: unknown, allowInsecureHttp?: unknown): string {
  const url = URL.canParse(String(text)) ? new URL(String(text)) : undefined;
  const bare = `${url?.origin}${url?.pathname}`;
  // An origin is of http(s) alone; what is left over is user information, a query or a fragment.
  if (!/^https?:/.test(bare) || bare !== url?.href) {
    refuseOption("baseUrl", "an http(s) URL without user, query and fragment", text);
  }
  if (url?.protocol === "http:" && !loopback.test(url.hostname) && !allowInsecureHttp) {
    refuseOption("baseUrl", "https (http needs loopback or allowInsecureHttp)", text);
  }
  return bare.replace(/\/+$/, "");
}
