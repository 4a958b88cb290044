import ts from "typescript";
import { baseFolder } from "./compiler.ts";
import type { Member } from "./type-shape.ts";

/** A method of the generated client, as its types tell. */
export interface Method {
  readonly name: string;
  readonly operation: string;
  readonly parameters: readonly (Member & { readonly index: number })[];
  readonly result: ts.Type;
  readonly statuses: readonly string[];
}

/** The methods that the base's `Client` and `SafeClient` declare. */
export function methodsOf(program: ts.Program, checker: ts.TypeChecker): readonly Method[] {
  const file = program.getSourceFile(`${baseFolder}/client.ts`);
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  const declared = (name: string): readonly ts.Symbol[] => {
    const symbol = exported.find((candidate) => candidate.name === name);
    return symbol === undefined
      ? []
      : checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  };
  const safe = new Map(declared("SafeClient").map((symbol) => [symbol.name, symbol]));
  return declared("Client").flatMap((symbol) => {
    const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
    if (signature === undefined) return [];
    const told = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    const safeSymbol = safe.get(symbol.name);
    return [
      {
        name: symbol.name,
        operation: /`([A-Z]+ \/[^`]*)`/.exec(told)?.[1] ?? symbol.name,
        parameters: signature.getParameters().map((parameter, index) => ({
          index,
          name: parameter.name,
          type: checker.getTypeOfSymbol(parameter),
          isOptional:
            parameter.valueDeclaration !== undefined &&
            ts.isParameter(parameter.valueDeclaration) &&
            parameter.valueDeclaration.questionToken !== undefined,
        })),
        result: awaited(checker, signature.getReturnType()),
        statuses: safeSymbol === undefined ? [] : statusesOf(checker, safeSymbol),
      },
    ];
  });
}

function awaited(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  return checker.getAwaitedType(type) ?? type;
}

/** The literal statuses of a safe result; none where one is any number. */
function statusesOf(checker: ts.TypeChecker, symbol: ts.Symbol): readonly string[] {
  const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
  if (signature === undefined) return [];
  const result = awaited(checker, signature.getReturnType());
  const statuses: string[] = [];
  for (const part of result.isUnion() ? result.types : [result]) {
    const status = part.getProperty("status");
    if (status === undefined) continue;
    const type = checker.getTypeOfSymbol(status);
    if (!type.isNumberLiteral()) return [];
    statuses.push(String(type.value));
  }
  return statuses;
}
