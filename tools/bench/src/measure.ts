import type { Contender, Sample } from "./scenario.ts";

/** All samples of one contender, in the order of the rounds. */
export interface Series {
  readonly contender: Pick<Contender, "name" | "version" | "peerOf">;
  readonly samples: readonly Sample[];
}

/**
 * Runs A B C, A B C, … in one session, so that whatever slows the machine for a while slows all of
 * them; a first round that is thrown away warms the disk cache.
 */
export async function measure(
  contenders: readonly Contender[],
  rounds: number,
  onRound: (round: number) => void = () => undefined,
): Promise<readonly Series[]> {
  const collected = contenders.map((contender) => ({ contender, samples: [] as Sample[] }));
  const warmUps = rounds > 1 ? 1 : 0;
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    onRound(round);
    for (const { contender, samples } of collected) {
      const sample = await contender.run();
      if (round > 0) samples.push(sample);
    }
  }
  return collected;
}
