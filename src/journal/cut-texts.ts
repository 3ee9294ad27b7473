import { isMap, isScalar, isSeq } from 'yaml';
import type { YamlText } from '../yaml/read.js';
import type { CutText } from './journal.js';

const texts = new Set<unknown>(['topic', 'did', 'ask', 'context', 'details']);

/** The plain texts of a journal's entries that a comment behind them cuts short. */
export function cutTexts(text: string, { root, locateRange }: Extract<YamlText, { state: 'read' }>): CutText[] {
  if (!isSeq(root)) return [];
  return root.items.flatMap((entry, index) => {
    if (!isMap(entry)) return [];
    return entry.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || !texts.has(key.value) || !isScalar(value) || value.type !== 'PLAIN') return [];
      const [start = 0, valueEnd = 0, end = 0] = value.range ?? [];
      const comment = /^[ \t]+#.*/.exec(text.slice(valueEnd, end))?.[0].trimEnd();
      if (comment === undefined || start === valueEnd) return [];
      const cutEnd = valueEnd + comment.length;
      // Not by a pattern: looking for the line break behind each of a million tabs takes minutes.
      const lines = text.slice(start, cutEnd).split('\n');
      return [
        {
          key: String(key.value),
          whole: lines.map((line) => line.trim()).join(' '),
          path: `/${index}/${key.value}`,
          location: locateRange(start, cutEnd),
        },
      ];
    });
  });
}
