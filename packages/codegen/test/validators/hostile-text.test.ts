import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import { compileSchema, createModules } from "./compile-validators.ts";
import { hostilePlaces, hostileTexts } from "./hostile-documents.ts";

const modules = createModules();
afterAll(modules.remove);

/** The nodes of generated code that may bear words, and the words that generated code may use. */
const harmless: ReadonlySet<string> = new Set(["v", "validate", "value", "RegExp", "undefined"]);
const runtimeWord = /^[a-z][A-Za-z0-9]*$|^Validator$|^Check$/;
const ownName = /^check[A-Za-z0-9]*(?:_\d+)?$/;

const isOwnWord = (node: ts.Identifier): boolean => {
  const { parent, text } = node;
  const isOfRuntime =
    (ts.isPropertyAccessExpression(parent) &&
      parent.name === node &&
      parent.expression.getText() === "v") ||
    (ts.isQualifiedName(parent) && parent.right === node && parent.left.getText() === "v");
  return isOfRuntime ? runtimeWord.test(text) : harmless.has(text) || ownName.test(text);
};

const allowedKinds: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.SourceFile,
  ts.SyntaxKind.EndOfFileToken,
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ImportClause,
  ts.SyntaxKind.NamespaceImport,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.VariableDeclarationList,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.ExportKeyword,
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.TypeReference,
  ts.SyntaxKind.QualifiedName,
  ts.SyntaxKind.UnknownKeyword,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.EqualsGreaterThanToken,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.PrefixUnaryExpression,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.ComputedPropertyName,
]);

/** What stands in the code and is neither a literal nor a word of the generator. */
const strangers = (text: string): readonly string[] => {
  const file = ts.createSourceFile("validators.ts", text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (!allowedKinds.has(node.kind)) found.push(`${ts.SyntaxKind[node.kind]}: ${node.getText()}`);
    if (ts.isIdentifier(node) && !isOwnWord(node)) found.push(`Identifier: ${node.text}`);
    if (ts.isNewExpression(node) && node.expression.getText() !== "RegExp")
      found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const comments = (text: string): readonly string[] =>
  [...text.matchAll(/\/\*.*?\*\/|\/\/.*/gsu)].map(([comment]) => comment);

describe.each(Object.entries(hostilePlaces))("in %s", (_, schemaOf) => {
  test.each(Object.entries(hostileTexts))("%s stays a literal", async (_name, hostile) => {
    const { text, validate } = await compileSchema(modules, schemaOf(hostile));
    expect(strangers(text)).toEqual([]);
    const withoutLiterals = text.replaceAll(/"(?:[^"\\]|\\.)*"/gsu, '""');
    expect(new Set(comments(withoutLiterals))).toEqual(new Set(["/* @__PURE__ */"]));
    expect(text).not.toMatch(/[\u2028\u2029\u202e\ufeff\u0000\r]|<\/script|\p{Surrogate}/u);
    validate({ [hostile]: hostile });
    validate([hostile]);
    validate(hostile);
    expect(globalThis).not.toHaveProperty("pwned");
  });
});

test("the check can fail", () => {
  expect(strangers('v.type("a"); globalThis.pwned = 1;')).not.toEqual([]);
  expect(strangers("export const validate = v.type(`a`);")).not.toEqual([]);
  expect(strangers('export const validate = new Function("a");')).not.toEqual([]);
});
