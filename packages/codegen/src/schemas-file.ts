import { docComment } from "./doc-comment.ts";
import { stringLiteral } from "./literal.ts";
import type { Model } from "./model.ts";

const requestViewNote =
  "As a request sends it: what is read-only is not asked for, what is write-only is.";

/** `schemas.ts`: each named schema of the document as a type of its own name. */
export const schemasText = (model: Model): string => {
  const types = model.schemas.map(({ name, exportName, value, isRequestView }) => {
    const description = typeof value === "object" ? value["description"] : undefined;
    return (
      docComment({
        summary: typeof description === "string" ? description : undefined,
        lines: isRequestView ? [requestViewNote] : [],
      }) + `export type ${exportName} = components["schemas"][${stringLiteral(name)}];`
    );
  });
  return types.length === 0
    ? "export {};\n"
    : `import type { components } from "./types.ts";\n\n${types.join("\n\n")}\n`;
};
