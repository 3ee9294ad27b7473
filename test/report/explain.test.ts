import { describe, expect, test } from 'vitest';
import { plain } from '../../src/report/colors.ts';
import { explainRule } from '../../src/report/explain.ts';
import { rules } from '../../src/rules/list.ts';

const spaces = (text: string) => text.replaceAll('\u00a0', ' ');

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { words, severity }) => {
    const text = spaces(explainRule(id, { language, colors: plain }));
    expect(text.startsWith(`${id}  ${severity}\n`)).toBe(true);
    expect(text).toContain(spaces(words[language].summary));
    expect(text).toContain(spaces(words[language].why));
    expect(text).toContain(spaces(words[language].remedy));
    expect(text).toContain(`"rules": { "${id}": "${severity === 'error' ? 'warn' : 'error'}" }`);
  });
});
