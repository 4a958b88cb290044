import ts from "typescript";

/** The strictest flags: what a consumer may compile our output with. */
const strictest: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  rewriteRelativeImportExtensions: true,
  noEmit: true,
};

const folder = "/compiled";

/** The compiler's own declarations, read once. */
const declarations = new Map<string, ts.SourceFile | undefined>();

/** One complaint of the compiler; lines count from 1. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What the compiler says of files in memory; nothing where all is well. */
export const complaints = (files: ReadonlyMap<string, string>): readonly Complaint[] => {
  const sources = new Map([...files].map(([path, text]) => [`${folder}/${path}`, text]));
  sources.set(`${folder}/package.json`, '{"type": "module"}');
  const host = ts.createCompilerHost(strictest);
  const disk = {
    fileExists: host.fileExists.bind(host),
    readFile: host.readFile.bind(host),
    getSourceFile: host.getSourceFile.bind(host),
  };
  host.getCurrentDirectory = () => folder;
  host.directoryExists = (path) => path.startsWith(folder) || ts.sys.directoryExists(path);
  host.realpath = (path) => path;
  host.fileExists = (path) => sources.has(path) || disk.fileExists(path);
  host.readFile = (path) => sources.get(path) ?? disk.readFile(path);
  host.getSourceFile = (path, language) => {
    const text = sources.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, language, true);
    const file = declarations.get(path) ?? disk.getSourceFile(path, language);
    declarations.set(path, file);
    return file;
  };
  const roots = [...sources.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram(roots, strictest, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => ({
    file: file?.fileName.slice(folder.length + 1) ?? "",
    line: (file?.getLineAndCharacterOfPosition(start ?? 0).line ?? -1) + 1,
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
};

/** The same as `file: message`. */
export const compile = (files: ReadonlyMap<string, string>): readonly string[] =>
  complaints(files).map(({ file, message }) => `${file}: ${message}`);
