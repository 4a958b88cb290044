import type { IForbiddenRuleType } from "dependency-cruiser";
import type { Layer, Rooms } from "./layers.ts";

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A layer's sources may reach only the layers it lists; tests are not sources. */
const layerRule = (layer: Layer, all: readonly Layer[]): IForbiddenRuleType => {
  const others = all.filter((other) => other !== layer && !layer.mayImport.includes(other.folder));
  return {
    name: `layer ${layer.folder}`,
    severity: "error",
    comment: layer.reason,
    from: { path: `^${escape(layer.folder)}/(src|bin)/` },
    to: { path: others.map((other) => `^${escape(other.folder)}/`) },
  };
};

const roomRules = ({ folder, order, reason }: Rooms): readonly IForbiddenRuleType[] =>
  order.slice(0, -1).map((room, index) => ({
    name: `room ${folder}/${room}`,
    severity: "error",
    comment: reason,
    from: { path: `^${escape(folder)}/${room}/` },
    to: { path: order.slice(index + 1).map((above) => `^${escape(folder)}/${above}/`) },
  }));

const everywhere: readonly IForbiddenRuleType[] = [
  {
    name: "no circle",
    severity: "error",
    comment: "two files that need each other are one file, or miss a third",
    // A schema holds schemas: the solver, the domains and the forms they take are one recursion, and
    // their types say so. At run time they reach each other through a context that is handed down.
    from: { pathNot: "^tools/contract-review/src/schema/" },
    to: { circular: true },
  },
  {
    name: "no circle at run time",
    severity: "error",
    comment: "a module that needs itself is half loaded when it is first used",
    from: { path: "^tools/contract-review/src/schema/" },
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no test in sources",
    severity: "error",
    comment: "what is published cannot depend on its tests",
    from: { path: "^(packages|tools)/[^/]+/src/" },
    to: { path: "^(packages|tools)/[^/]+/test/" },
  },
  {
    name: "no unresolved import",
    severity: "error",
    comment: "an import that resolves to nothing fails at run time",
    from: { path: "^(packages|tools)/[^/]+/(src|bin)/" },
    to: { couldNotResolve: true, pathNot: "^\\./?dist/|/dist/" },
  },
  {
    name: "no development dependency in published sources",
    severity: "error",
    comment: "a consumer does not install development dependencies",
    from: { path: "^packages/[^/]+/src/" },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
];

/** Every rule about who may import whom, as dependency-cruiser reads them. */
export const importRules = (
  layers: readonly Layer[],
  rooms: readonly Rooms[],
): readonly IForbiddenRuleType[] => [
  ...layers.map((layer) => layerRule(layer, layers)),
  ...rooms.flatMap(roomRules),
  ...everywhere,
];
