import { refuseOption } from "./refuse.ts";

/**
 * Puts a region and an edge into one of Twilio's host names, `product[.edge][.region].twilio.com`.
 * What is not given is taken from the host; an edge alone implies the region `us1`.
 */
export function locateServer(server: string, region?: string, edge?: string): string {
  if (region === undefined && edge === undefined) return server;
  for (const [name, value] of Object.entries({ region, edge })) {
    // One label of a host name and nothing else: neither may name another host.
    if (value !== undefined && !/^[a-z\d-]+$/i.test(value)) {
      refuseOption(name, "letters, digits and hyphens", value);
    }
  }
  const url = new URL(server);
  const labels = url.hostname.split(".");
  const middle = labels.slice(1, -2);
  url.hostname = [
    labels[0],
    edge ?? (middle.length > 1 ? middle[0] : undefined),
    region ?? middle.at(-1) ?? "us1",
    ...labels.slice(-2),
  ]
    .filter(Boolean)
    .join(".");
  return url.href;
}

const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Checks a base URL and takes the trailing slash off. Plain http is for loopback, or on demand. */
export function checkBaseUrl(text: string, allowInsecureHttp: boolean): string {
  let url: URL | undefined;
  try {
    url = new URL(text);
  } catch {
    // Said below.
  }
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    `${url.username}${url.password}${url.search}${url.hash}` !== ""
  ) {
    return refuseOption("baseUrl", "an http(s) URL without user, query and fragment", text);
  }
  if (url.protocol === "http:" && !loopback.test(url.hostname) && !allowInsecureHttp) {
    refuseOption("baseUrl", "https (http needs loopback or allowInsecureHttp)", text);
  }
  return url.href.replace(/\/+$/, "");
}
