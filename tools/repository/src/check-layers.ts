import { cruise } from "dependency-cruiser";
import type { ICruiseResult, IForbiddenRuleType } from "dependency-cruiser";

/** One import that a rule forbids. */
export interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  readonly reason: string;
}

export interface LayersResult {
  readonly modules: number;
  readonly imports: number;
  readonly violations: readonly Violation[];
}

/**
 * Follows every import below `folders` of the repository at `root` and holds it against the rules.
 * Workspace packages resolve to their sources, so that a check needs no build.
 */
export const checkLayers = async (
  root: string,
  folders: readonly string[],
  rules: readonly IForbiddenRuleType[],
): Promise<LayersResult> => {
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      ruleSet: { forbidden: [...rules] },
      validate: true,
      tsPreCompilationDeps: true,
      combinedDependencies: false,
      doNotFollow: { path: "node_modules" },
      exclude: { path: "(^|/)(dist|fixtures|node_modules|\\.cache|\\.results|gear)/" },
      skipAnalysisNotInRules: false,
    },
    {
      conditionNames: ["@flex-channels/source", "import", "node", "types", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".mts", ".js", ".mjs", ".json", ".d.ts"],
    },
  );
  if (typeof output === "string") throw new TypeError("dependency-cruiser answered with text");
  const result: ICruiseResult = output;
  const reasons = new Map(rules.map((rule) => [rule.name, rule.comment ?? ""]));
  return {
    modules: result.summary.totalCruised,
    imports: result.summary.totalDependenciesCruised ?? 0,
    violations: result.summary.violations.map(({ from, to, rule }) => ({
      from,
      to,
      rule: rule.name,
      reason: reasons.get(rule.name) ?? "",
    })),
  };
};
