import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { locator } from '../yaml/location.js';
import type { CutText } from './journal.js';
import { textKeys } from './texts.js';

/** Finds the plain texts that a trailing `#` comment cuts short. */
export function cutTexts(text: string, root: ParsedNode | null): CutText[] {
  if (!isSeq(root)) return [];
  const locate = locator(text);
  return root.items.flatMap((entry, index) => {
    if (!isMap(entry)) return [];
    return entry.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || !textKeys.has(key.value) || !isScalar(value) || value.type !== 'PLAIN') return [];
      const [start = 0, valueEnd = 0, end = 0] = value.range ?? [];
      const comment = /^[ \t]+#.*/.exec(text.slice(valueEnd, end))?.[0].trimEnd();
      if (comment === undefined || start === valueEnd) return [];
      const cutEnd = valueEnd + comment.length;
      // Split and trim, because a regular expression would backtrack for minutes over a million tabs.
      const lines = text.slice(start, cutEnd).split('\n');
      return [
        {
          key: String(key.value),
          whole: lines.map((line) => line.trim()).join(' '),
          path: `/${index}/${key.value}`,
          location: locate(start, cutEnd),
        },
      ];
    });
  });
}
