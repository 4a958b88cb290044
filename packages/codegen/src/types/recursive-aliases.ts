import type ts from "typescript";
import { cyclicNodes } from "../validators/cyclic-nodes.ts";

/** The name in `components["schemas"]["name"]`. */
const schemaNamed = (typescript: typeof ts, node: ts.Node): string | undefined => {
  if (!typescript.isIndexedAccessTypeNode(node)) return undefined;
  const { objectType, indexType } = node;
  if (!typescript.isIndexedAccessTypeNode(objectType)) return undefined;
  const { objectType: root, indexType: group } = objectType;
  const texts = [group, indexType].map((index) =>
    typescript.isLiteralTypeNode(index) && typescript.isStringLiteral(index.literal)
      ? index.literal.text
      : undefined,
  );
  const isComponents =
    typescript.isTypeReferenceNode(root) &&
    typescript.isIdentifier(root.typeName) &&
    root.typeName.text === "components";
  return isComponents && texts[0] === "schemas" ? texts[1] : undefined;
};

const namedMembers = (
  typescript: typeof ts,
  members: ts.NodeArray<ts.TypeElement>,
): readonly (readonly [string, ts.PropertySignature])[] =>
  members.flatMap((member) =>
    typescript.isPropertySignature(member) &&
    (typescript.isIdentifier(member.name) || typescript.isStringLiteral(member.name))
      ? [[member.name.text, member] as const]
      : [],
  );

const schemasOf = (
  typescript: typeof ts,
  nodes: readonly ts.Node[],
): readonly (readonly [string, ts.PropertySignature])[] => {
  for (const node of nodes) {
    if (!typescript.isInterfaceDeclaration(node) || node.name.text !== "components") continue;
    const schemas = namedMembers(typescript, node.members).find(([name]) => name === "schemas");
    const type = schemas?.[1].type;
    if (type !== undefined && typescript.isTypeLiteralNode(type)) {
      return namedMembers(typescript, type.members);
    }
  }
  return [];
};

/**
 * A schema that holds itself through lists and unions alone, such as any JSON value, may not be the
 * type of a member: the compiler looks for it at once and runs in a circle (TS2502). It may be an
 * alias, so such schemas become aliases, which their members in `components` then name.
 */
export const withRecursiveAliases = (
  typescript: typeof ts,
  nodes: readonly ts.Node[],
): readonly ts.Node[] => {
  const { factory } = typescript;
  const schemas = schemasOf(typescript, nodes);
  const edges = new Map<string, readonly string[]>();
  for (const [name, { type }] of schemas) {
    const found: string[] = [];
    const look = (node: ts.Node): void => {
      // What an object holds is looked for when it is asked for.
      if (typescript.isTypeLiteralNode(node)) return;
      const schema = schemaNamed(typescript, node);
      if (schema === undefined) typescript.forEachChild(node, look);
      else found.push(schema);
    };
    if (type !== undefined) look(type);
    edges.set(name, found);
  }
  const taken = new Set<string>();
  const aliases = new Map<string, string>();
  for (const name of [...cyclicNodes(edges)].toSorted()) {
    const wanted = `Recursive_${name.replaceAll(/[^\p{ID_Continue}$]/gu, "_")}`;
    let alias = wanted;
    for (let count = 2; taken.has(alias); count += 1) alias = `${wanted}_${count}`;
    taken.add(alias);
    aliases.set(name, alias);
  }
  const written: ts.Node[] = [];
  for (const [name, member] of schemas) {
    const alias = aliases.get(name);
    if (alias === undefined || member.type === undefined) continue;
    const rename = (node: ts.Node): ts.Node => {
      if (typescript.isTypeLiteralNode(node)) return node;
      const other = aliases.get(schemaNamed(typescript, node) ?? "");
      return other === undefined
        ? typescript.visitEachChild(node, rename, undefined)
        : factory.createTypeReferenceNode(other);
    };
    const type = typescript.visitNode(member.type, rename, typescript.isTypeNode);
    if (type === undefined) continue;
    written.push(factory.createTypeAliasDeclaration(undefined, alias, undefined, type));
    Object.assign(member, { type: factory.createTypeReferenceNode(alias) });
  }
  return [...nodes, ...written];
};
