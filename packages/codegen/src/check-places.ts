import { isAbsolute, relative, resolve } from "node:path";
import { ConfigError } from "./config.ts";

interface Places {
  readonly document: string;
  readonly out: string;
  readonly external: readonly string[];
}

const address = /^[a-z][a-z0-9+.-]+:\/\//i;

const refuse = (what: string, expected: string, received: string, hint: string): never => {
  throw new ConfigError(
    `${what}\n  expected: ${expected}\n  received: ${received}\n  hint:     ${hint}`,
  );
};

/** `path` is `folder` or stands below it. */
const isWithin = (folder: string, path: string): boolean => {
  const way = relative(resolve(folder), resolve(path));
  return !(way === ".." || /^\.\.[\\/]/.test(way) || isAbsolute(way));
};

const checkDocument = (document: string): void => {
  if (document === "" || document === "-" || address.test(document)) {
    refuse(
      "the document must be a file on the disk",
      'a path such as "openapi.yaml"',
      document === "-" ? '"-" (standard input)' : JSON.stringify(document),
      "Nothing is fetched and nothing is read from standard input: save the document, then name the file",
    );
  }
};

/** The output folder loses what was once generated into it, so it must be nobody else's. */
const checkOut = (document: string, out: string): void => {
  const expected = "a folder of its own for the generated files";
  const hint = 'Name a folder that holds nothing else, e.g. "src/generated"';
  if (out === "" || address.test(out)) {
    refuse("the output folder cannot be used", expected, JSON.stringify(out), hint);
  }
  if (isWithin(out, ".")) {
    const received = `${JSON.stringify(out)}, which holds the folder the command runs in`;
    refuse("the output folder cannot be used", expected, received, hint);
  }
  if (isWithin(out, document) && resolve(out) !== resolve(document)) {
    const received = `${JSON.stringify(out)}, which holds the document`;
    refuse("the output folder cannot be used", expected, received, hint);
  }
};

const checkExternal = (external: readonly string[]): void => {
  for (const path of external) {
    if (path !== "" && !isAbsolute(path) && !address.test(path) && isWithin(".", path)) continue;
    refuse(
      "an external file cannot be allowed",
      'a path below the document\'s folder, relative to it, such as "schemas/"',
      JSON.stringify(path),
      "Nothing outside the document's folder is ever read: move the file there",
    );
  }
};

/**
 * Refuses places that no run could use, before anything is read.
 * @throws {@link ConfigError}
 */
export const checkPlaces = ({ document, out, external }: Places): void => {
  checkDocument(document);
  checkOut(document, out);
  checkExternal(external);
};
