import type { Answer, Call } from "./answer.ts";
import type { JsonValue } from "../json.ts";

/**
 * One page of a list with GitHub's `Link` header (RFC 8288): 30 items unless asked otherwise, 100 at
 * most whatever is asked, and no header where everything is on one page.
 */
export function paginate<Item>(
  call: Call,
  items: readonly Item[],
  present: (item: Item) => JsonValue,
  wrap: (page: readonly JsonValue[], total: number) => JsonValue = (page) => page,
): Answer {
  const size = Math.min(Math.max(call.number("per_page") ?? 30, 1), 100);
  const page = Math.max(call.number("page") ?? 1, 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const links: readonly (readonly [string, number])[] = [
    ...(page > 1 ? ([["prev", page - 1]] as const) : []),
    ...(page < last
      ? ([
          ["next", page + 1],
          ["last", last],
        ] as const)
      : []),
    ...(page > 1 ? ([["first", 1]] as const) : []),
  ];
  const shown = items.slice((page - 1) * size, page * size).map(present);
  const link = links.map(([relation, to]) => `<${addressOf(call, to)}>; rel="${relation}"`);
  return {
    status: 200,
    body: wrap(shown, items.length),
    headers: link.length === 0 ? {} : { link: link.join(", ") },
  };
}

function addressOf({ target, url }: Call, page: number): string {
  const address = new URL(`${target.pathname}${target.search}`, url);
  address.searchParams.set("page", String(page));
  return address.href;
}
