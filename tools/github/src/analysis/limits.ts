/** How much of a result is written, read and believed. */
export const limits = {
  /** Of an archive as it was uploaded. */
  archiveBytes: 8_388_608,
  /** Files in an archive. */
  archiveEntries: 20,
  /** Of the result itself. */
  resultBytes: 2_097_152,
  /** Objects and lists within each other. */
  depth: 64,
  /** Items of one list. */
  items: 2000,
  /** Findings of one comparison that are written. */
  findings: 400,
  /** Problems of the document that are written. */
  problems: 200,
  /** Characters of a command's output that are written. */
  output: 4000,
} as const;

/** The name of the result within the archive. */
export const resultName = "analysis.json";
