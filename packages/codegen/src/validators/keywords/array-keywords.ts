import { isJsonArray, own } from "@flex-channels/document";
import { type Expression, isAnything, list, runtimeCall, runtimeValue } from "../expression.ts";
import { readCount, readFlag, readList } from "../keyword-values.ts";
import type { Keyword } from "../schema-context.ts";
import { boundOperands } from "./string-keywords.ts";

const itemCount: Keyword = {
  keywords: ["minItems", "maxItems"],
  emit: (context) => {
    const operands = boundOperands(readCount(context, "minItems"), readCount(context, "maxItems"));
    return operands ? [runtimeCall("itemCount", ...operands)] : [];
  },
};

const uniqueItems: Keyword = {
  keywords: ["uniqueItems"],
  emit: (context) =>
    readFlag(context, "uniqueItems") === true ? [runtimeValue("uniqueItems")] : [],
};

const prefixItems: Keyword = {
  keywords: ["prefixItems"],
  emit: (context) => {
    const checks = (readList(context, "prefixItems") ?? []).map((schema, index) =>
      context.subschema(["prefixItems", index], schema),
    );
    return checks.every(isAnything) && !(checks.length > 0 && context.needsAnnotations())
      ? []
      : [runtimeCall("prefixItems", list(checks))];
  },
};

const items: Keyword = {
  keywords: ["items"],
  emit: (context) => {
    const schema = own(context.schema, "items");
    if (schema === undefined) return [];
    const check = context.subschema(["items"], schema);
    if (isAnything(check) && !context.needsAnnotations()) return [];
    const prefix = own(context.schema, "prefixItems");
    const from =
      context.dialect === "2020-12" && isJsonArray(prefix) && prefix.length > 0
        ? prefix.length
        : undefined;
    return [runtimeCall("items", check, ...(from === undefined ? [] : [[String(from)]]))];
  },
};

const contains: Keyword = {
  keywords: ["contains"],
  emit: (context) => {
    const schema = own(context.schema, "contains");
    if (schema === undefined) return [];
    const min = readCount(context, "minContains") ?? 1;
    const max = readCount(context, "maxContains");
    const bounds: readonly Expression[] = [
      ...(min === 1 && max === undefined ? [] : [[String(min)]]),
      ...(max === undefined ? [] : [[String(max)]]),
    ];
    return [runtimeCall("contains", context.subschema(["contains"], schema), ...bounds)];
  },
};

export const arrayKeywords: readonly Keyword[] = [
  itemCount,
  uniqueItems,
  prefixItems,
  items,
  contains,
];
