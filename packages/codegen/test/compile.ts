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

/** What the compiler says of files in memory, as `file: message`; nothing where all is well. */
export const compile = (files: ReadonlyMap<string, string>): readonly string[] => {
  const sources = new Map([...files].map(([path, text]) => [`${folder}/${path}`, text]));
  sources.set(`${folder}/package.json`, '{"type": "module"}');
  const host = ts.createCompilerHost(strictest);
  const disk = {
    fileExists: host.fileExists.bind(host),
    readFile: host.readFile.bind(host),
    getSourceFile: host.getSourceFile.bind(host),
  };
  host.getCurrentDirectory = () => folder;
  host.directoryExists = (path) => path === folder || ts.sys.directoryExists(path);
  host.realpath = (path) => path;
  host.fileExists = (path) => sources.has(path) || disk.fileExists(path);
  host.readFile = (path) => sources.get(path) ?? disk.readFile(path);
  host.getSourceFile = (path, language) => {
    const text = sources.get(path);
    return text === undefined
      ? disk.getSourceFile(path, language)
      : ts.createSourceFile(path, text, language, true);
  };
  const roots = [...sources.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram(roots, strictest, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.slice(folder.length + 1) ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
};
