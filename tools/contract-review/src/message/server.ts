import { type JsonObject, type JsonValue, isJsonArray, isJsonObject } from "../json/json-value.ts";
import type { Server } from "./operation.ts";

/**
 * The Server Objects with their variables by position, so that a variable's name tells nothing. A
 * document that names no server has none here.
 */
export function lowerServers(
  servers: readonly { readonly value: JsonObject; readonly pointer: string }[],
): readonly Server[] {
  return servers.flatMap(({ value, pointer }) => {
    if (typeof value["url"] !== "string" || pointer === UNNAMED) return [];
    const variables = isJsonObject(value["variables"]) ? value["variables"] : {};
    const values: (readonly string[] | undefined)[] = [];
    const positions = new Map<string, number>();
    const url = value["url"].replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
      const position = positions.get(name) ?? values.length;
      if (position === values.length) {
        positions.set(name, position);
        values.push(valuesOf(variables[name]));
      }
      return `{${String(position)}}`;
    });
    return [{ pointer, value, url: url.replace(/\/+$/, ""), written: value["url"], values }];
  });
}

/** Where the default server `/` stands that no document wrote (OpenAPI 3.1 §4.8.1). */
const UNNAMED = "/servers";

function valuesOf(variable: JsonValue | undefined): readonly string[] | undefined {
  if (!isJsonObject(variable) || !isJsonArray(variable["enum"])) return undefined;
  return variable["enum"].filter((value) => typeof value === "string");
}

const MOST_ADDRESSES = 256;

/** The addresses of a server, each variable written out where it has an `enum`. */
export function addressesOf({ url, values }: Server): readonly string[] {
  let addresses: readonly string[] = [url];
  for (const [position, choices] of values.entries()) {
    if (choices === undefined || choices.length * addresses.length > MOST_ADDRESSES) continue;
    addresses = addresses.flatMap((address) =>
      choices.map((choice) => address.replaceAll(`{${String(position)}}`, () => choice)),
    );
  }
  return addresses.map(canonicalAddress);
}

/** Schemes and hosts know no case, and a default port says nothing (RFC 3986 §6.2.2.1, §6.2.3). */
function canonicalAddress(address: string): string {
  const match = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address);
  const path = (match?.[3] ?? address).replace(/\/+$/, "");
  if (match === null) return path;
  const scheme = (match[1] ?? "").toLowerCase();
  const port = scheme === "https" ? ":443" : ":80";
  const host = (match[2] ?? "").toLowerCase();
  return `${scheme}://${host.endsWith(port) ? host.slice(0, -port.length) : host}${path}`;
}

/**
 * Every address under which `server` is reached lies within `servers`. A variable without `enum`
 * takes any value, so `https://{0}.example.com` holds `https://eu.example.com`.
 */
export function isReachable(address: string, servers: readonly Server[]): boolean {
  return servers.some((server) =>
    addressesOf(server).some((candidate) => {
      if (candidate === address) return true;
      if (!/\{\d+\}/.test(candidate)) return false;
      const pattern = candidate
        .split(/\{\d+\}/)
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
        .join("[^/?#]+");
      return new RegExp(`^${pattern}$`).test(address);
    }),
  );
}
