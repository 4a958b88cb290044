import type { Diagnostic } from "../diagnostic.ts";
import type { JsonObject } from "../json.ts";
import type { LoadSettings } from "../load-options.ts";
import type { OpenApiVersion } from "../openapi-document.ts";
import type { Report } from "../report.ts";
import type { Survey } from "../structure/survey.ts";

/** What a rule looks at. */
export interface RuleContext {
  readonly root: JsonObject;
  readonly version: OpenApiVersion;
  readonly survey: Survey;
  readonly report: Report;
  readonly settings: LoadSettings;
  /** What was found so far. */
  readonly diagnostics: readonly Diagnostic[];
}

export type Rule = (context: RuleContext) => void;
