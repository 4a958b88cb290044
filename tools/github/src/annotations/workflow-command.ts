import { visibleText } from "@flex-channels/contract-review";

/**
 * One command to GitHub's runner, on one line. Texts are escaped as the runner's own toolkit does
 * it, after everything that could end the line is shown as its code point.
 */
export function workflowCommand(
  name: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties)
    .map(([key, value]) => `${key}=${property(String(value))}`)
    .join(",");
  return `::${name}${written === "" ? "" : ` ${written}`}::${data(message)}`;
}

function data(text: string): string {
  return visibleText(text).replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
