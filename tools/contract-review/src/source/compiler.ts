import { dirname, join } from "node:path";
import ts from "typescript";
import type { Surface } from "./surface.ts";

/** An error of the compiler on a line, from 0, of the consumer's code. */
export interface CompileError {
  readonly line: number;
  readonly code: number;
  readonly message: string;
}

/** Compiles code against generated surfaces, in memory. Library files are parsed once. */
export interface Compiler {
  /** The program of a surface alone, for its types. */
  readonly programOf: (surface: Surface) => ts.Program;
  /** The errors of a consumer that was written for `base` and is compiled against `contract`. */
  readonly errorsOf: (
    consumer: string,
    base: Surface,
    contract: Surface,
  ) => readonly CompileError[];
}

export const baseFolder = "/base";
export const contractFolder = "/contract";
const consumerFile = "/consumer.ts";

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2018.d.ts"],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noErrorTruncation: false,
};

/** The language's own declarations, parsed once a process: they are most of what is compiled. */
const parsedLibraries = new Map<string, ts.SourceFile | undefined>();

export function createCompiler(): Compiler {
  const libraries = dirname(ts.getDefaultLibFilePath(options));
  const parsed = new Map<string, ts.SourceFile | undefined>();
  const create = (files: ReadonlyMap<string, string>, roots: readonly string[]): ts.Program =>
    ts.createProgram([...roots], options, createHost(files, libraries, parsed));
  return {
    programOf: (surface) => create(under(baseFolder, surface), [`${baseFolder}/client.ts`]),
    errorsOf(consumer, base, contract) {
      const files = new Map([
        ...under(baseFolder, base),
        ...under(contractFolder, contract),
        [consumerFile, consumer] as const,
      ]);
      const program = create(files, [consumerFile]);
      const source = program.getSourceFile(consumerFile);
      if (source === undefined) return [];
      return program.getSemanticDiagnostics(source).map(({ start, code, messageText }) => ({
        line: source.getLineAndCharacterOfPosition(start ?? 0).line,
        code,
        message: ts.flattenDiagnosticMessageText(messageText, "\n"),
      }));
    },
  };
}

function under(folder: string, surface: Surface): ReadonlyMap<string, string> {
  return new Map([...surface].map(([path, text]) => [`${folder}/${path}`, text]));
}

/** A host that sees the given files and the library, and nothing else of the disk. */
function createHost(
  files: ReadonlyMap<string, string>,
  libraries: string,
  parsed: Map<string, ts.SourceFile | undefined>,
): ts.CompilerHost {
  const textOf = (file: string): string | undefined =>
    files.get(file) ?? (dirname(file) === libraries ? ts.sys.readFile(file) : undefined);
  return {
    fileExists: (file) =>
      files.has(file) || (dirname(file) === libraries && ts.sys.fileExists(file)),
    readFile: textOf,
    getSourceFile(file, version) {
      const given = files.get(file);
      const cache = given === undefined ? parsedLibraries : parsed;
      const key = `${file}\n${given ?? ""}`;
      if (!cache.has(key)) {
        const text = textOf(file);
        cache.set(
          key,
          text === undefined ? undefined : ts.createSourceFile(file, text, version, false),
        );
      }
      return cache.get(key);
    },
    getDefaultLibFileName: () => join(libraries, "lib.d.ts"),
    getDefaultLibLocation: () => libraries,
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
}
