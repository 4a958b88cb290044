import type { Contract, Operation } from "@flex-channels/contract";

export type Route =
  | {
      readonly kind: "found";
      readonly operation: Operation;
      readonly path: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "preflight";
      readonly methods: readonly string[];
      readonly operations: readonly Operation[];
    }
  | { readonly kind: "method-not-allowed"; readonly methods: readonly string[] }
  | { readonly kind: "unknown-path" };

export type Router = (method: string, pathname: string) => Route;

interface PathItem {
  readonly template: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly operations: Map<string, Operation>;
}

/** Finds the operation that a request line names (OpenAPI 3.1 §4.8.8). */
export function createRouter(contract: Contract): Router {
  const items = pathItems(contract);
  const prefixes = basePaths(contract.servers);
  return (method, pathname) => {
    for (const candidate of prefixes.flatMap((prefix) => withoutPrefix(pathname, prefix))) {
      for (const item of items) {
        const path = matchPath(item, candidate);
        if (path !== undefined) return routeWithin(item, method, path);
      }
    }
    return { kind: "unknown-path" };
  };
}

function routeWithin(
  item: PathItem,
  method: string,
  path: Readonly<Record<string, string>>,
): Route {
  // RFC 9110 §9.3.2: HEAD is GET without the content.
  const operation =
    item.operations.get(method) ?? (method === "HEAD" ? item.operations.get("GET") : undefined);
  if (operation !== undefined) return { kind: "found", operation, path };
  const methods = allowedMethods(item);
  if (method !== "OPTIONS") return { kind: "method-not-allowed", methods };
  return { kind: "preflight", methods, operations: [...item.operations.values()] };
}

function allowedMethods(item: PathItem): readonly string[] {
  const methods = new Set(item.operations.keys());
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods.add("OPTIONS")];
}

function pathItems(contract: Contract): readonly PathItem[] {
  const items = new Map<string, PathItem>();
  for (const operation of Object.values(contract.operations)) {
    const item = items.get(operation.path) ?? compile(operation.path);
    item.operations.set(operation.method.toUpperCase(), operation);
    items.set(operation.path, item);
  }
  // OpenAPI 3.1 §4.8.8.2: concrete paths are matched before their templated counterparts.
  return [...items.values()].toSorted((a, b) => compareTemplates(a.template, b.template));
}

function compile(template: string): PathItem {
  const names: string[] = [];
  const source = template
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      if (!/^\{[^{}]+\}$/.test(part))
        return part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
      names.push(part.slice(1, -1));
      return "([^/]+?)";
    })
    .join("");
  return { template, pattern: new RegExp(`^${source}$`), names, operations: new Map() };
}

function compareTemplates(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  for (const [index, segment] of left.entries()) {
    const difference = variables(segment) - variables(right[index] ?? "");
    if (difference !== 0) return difference;
  }
  return 0;
}

function variables(segment: string): number {
  return segment.split("{").length - 1;
}

function matchPath(item: PathItem, pathname: string): Readonly<Record<string, string>> | undefined {
  const match = item.pattern.exec(pathname);
  if (match === null) return undefined;
  try {
    return Object.fromEntries(
      item.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]),
    );
  } catch {
    return undefined; // `%` that begins no octet
  }
}

/** A client may be pointed at the mock with or without the path of the document's server. */
function basePaths(servers: readonly string[]): readonly string[] {
  const paths = servers.map((server) => {
    const known = URL.canParse(server, "http://localhost");
    return known ? new URL(server, "http://localhost").pathname.replace(/\/+$/, "") : "";
  });
  return [...new Set(["", ...paths])];
}

function withoutPrefix(pathname: string, prefix: string): readonly string[] {
  return pathname.startsWith(`${prefix}/`) ? [pathname.slice(prefix.length)] : [];
}
