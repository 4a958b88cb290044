/** Formats TypeScript as the rest of a repository is formatted; `prettier` is imported late. */
export const formatTypeScript = async (text: string): Promise<string> => {
  const { format } = await import("prettier");
  return format(text, { parser: "typescript", printWidth: 100, endOfLine: "lf" });
};
