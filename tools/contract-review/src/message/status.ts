/**
 * The keys of a Responses Object are read as sets of status codes: `404`, `4XX` without the codes
 * that stand beside it, `default` without all others (OpenAPI 3.1 §4.8.16). Two such maps are
 * compared on the coarsest partition that both respect.
 */
export function statusPartition(
  ...maps: readonly (readonly { readonly status: string }[])[]
): readonly string[] {
  const statuses = new Set(maps.flatMap((map) => map.map(({ status }) => status.toUpperCase())));
  const codes = [...statuses].filter((status) => /^\d{3}$/.test(status)).toSorted();
  const ranges = [...statuses].filter((status) => /^\dXX$/.test(status)).toSorted();
  return [...codes, ...ranges, ...(statuses.has("DEFAULT") ? ["default"] : [])];
}

/** The Response Object that answers for a status, range or `default` of the partition. */
export function applicableResponse<Entry extends { readonly status: string }>(
  responses: readonly Entry[],
  status: string,
): Entry | undefined {
  const wanted = [status, `${status.charAt(0)}XX`, "default"];
  for (const candidate of wanted) {
    const entry = responses.find(
      (response) => response.status.toUpperCase() === candidate.toUpperCase(),
    );
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** A status code that stands for its set in a witness, avoiding the codes declared by themselves. */
export function exampleStatus(status: string, declared: readonly string[]): number {
  if (/^\d{3}$/.test(status)) return Number(status);
  const first = /^\dXX$/i.test(status) ? Number(status.charAt(0)) * 100 : 500;
  for (let code = first; code < first + 100; code += 1) {
    if (!declared.includes(String(code))) return code;
  }
  return first;
}
