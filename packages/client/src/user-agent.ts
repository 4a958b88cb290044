import type { HeaderRecord } from "./headers.ts";
import type { FlexClientOptions } from "./options.ts";
import { refuse, refuseOption } from "./refuse.ts";
import { version } from "./version.ts";

interface Runtime {
  readonly process?: {
    readonly platform?: string;
    readonly arch?: string;
    readonly versions?: { readonly node?: string };
  };
  readonly navigator?: { readonly userAgent?: string };
}

/**
 * The headers that name this library, the system, the runtime and the application, in Twilio's
 * manner. In a browser there are none: it forbids a page to name itself, and asks the server first
 * if it tries; and a secret is refused there, because a visitor can read it.
 */
export function identify(options: FlexClientOptions): HeaderRecord {
  const { process, navigator } = globalThis as Runtime;
  const { userAgent = "", token, dangerouslyAllowBrowser } = options;
  if (!/^[\w.!#$%&'*+^`|~/() ;-]*$/.test(userAgent)) {
    refuseOption("userAgent", "a product token such as my-app/1.2", userAgent);
  }
  // Browsers, their workers and what imitates them; servers do not call themselves that.
  if (navigator?.userAgent?.startsWith("Mozilla/")) {
    if (token === undefined && !dangerouslyAllowBrowser) {
      refuse(
        "a browser: whoever opens the page can read its secrets and act for the whole account. Call from a server, or set dangerouslyAllowBrowser",
      );
    }
    return {};
  }
  const node = process?.versions?.node;
  const named = [
    `flex-channels/${version}`,
    process?.platform && `(${process.platform} ${process.arch})`,
    node ? `node/v${node}` : navigator?.userAgent,
    userAgent,
  ];
  return { "user-agent": named.filter(Boolean).join(" ") };
}
