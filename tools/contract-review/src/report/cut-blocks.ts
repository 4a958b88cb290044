/**
 * Joins blocks of Markdown up to `most` characters. What does not fit is left out in whole blocks
 * from the end, with a sentence that says how many findings are missing and where they are; a fold
 * that is open is closed.
 */
export function cutBlocks(blocks: readonly string[], most: number, elsewhere: string): string {
  const whole = join(blocks);
  if (whole.length <= most) return whole;
  const kept: string[] = [];
  let length = 0;
  for (const block of blocks) {
    if (length + block.length + 2 > most - 400 - elsewhere.length) break;
    kept.push(block);
    length += block.length + 2;
  }
  const isOpen =
    kept.filter((block) => block.startsWith("<details>")).length >
    kept.filter((block) => block === "</details>").length;
  const left = blocks
    .slice(kept.length)
    .filter((block) => block.startsWith("#### ") || block.startsWith("- ")).length;
  return join([
    ...kept,
    ...(isOpen ? ["</details>"] : []),
    `**Cut:** a comment holds 65,536 characters, and ${String(left)} more findings do not fit. ${elsewhere}`,
  ]);
}

/** Items of a list stand together, everything else apart. */
function join(blocks: readonly string[]): string {
  return blocks.reduce((text, block, index) => {
    if (index === 0) return block;
    const isItem = block.startsWith("- ") && blocks[index - 1]?.startsWith("- ") === true;
    return `${text}${isItem ? "\n" : "\n\n"}${block}`;
  }, "");
}
