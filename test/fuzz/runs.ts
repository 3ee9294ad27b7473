const { FUZZ_RUNS, FUZZ_SEED } = process.env;

/**
 * How often a property is tried: `short` times in the suite, by a seed of its own, so that only a change can make it
 * fail; in `npm run fuzz` as often as FUZZ_RUNS says, of which a slow property takes a `share`, by a new seed, or by
 * FUZZ_SEED, which tries again what a run has printed.
 */
export function runs(short: number, share = 1): { numRuns: number; seed: number } {
  if (!FUZZ_RUNS) return { numRuns: short, seed: 22 };
  const seed = FUZZ_SEED ? Number(FUZZ_SEED) : Date.now() & 0x7fff_ffff;
  const numRuns = Math.ceil(Number(FUZZ_RUNS) * share);
  console.log(`FUZZ_SEED=${seed} FUZZ_RUNS=${FUZZ_RUNS}: ${numRuns} runs`);
  return { numRuns, seed };
}
