import { distance } from 'fastest-levenshtein';

/** Returns the known word that a misspelt one resembles, ignoring case; null if none or several do. */
export function nearest(written: string, known: readonly string[]): string | null {
  const lowered = written.slice(0, 100).toLowerCase();
  const [first, second] = known
    .map((word) => ({ word, steps: mistakes(lowered, word.toLowerCase()) }))
    .filter(({ word, steps }) => steps <= Math.floor(word.length * 0.4))
    .sort((one, other) => one.steps - other.steps);
  return first && first.steps !== second?.steps ? first.word : null;
}

/** Letters in another order are one mistake: `form` is closer to `from` than to `format`. */
function mistakes(written: string, word: string): number {
  return Math.min(distance(written, word), sorted(written) === sorted(word) ? 1 : Number.POSITIVE_INFINITY);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
