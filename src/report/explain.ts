import { ruleIds, rules } from '../rules/list.js';
import type { AnyRule } from '../rules/rule.js';
import { explainWords, type Place } from '../words/explain.js';
import { columns } from '../words/help.js';
import { typeset } from '../words/report.js';
import { unknownName } from '../words/usage.js';
import type { TextOptions } from './text.js';

type Look = Pick<TextOptions, 'language' | 'colors'>;

export function explainRules({ language, colors }: Look): string {
  const { heads, places, more } = explainWords[language];
  const rows = rules.map((rule) => {
    const { summary } = rule.words[language];
    return [rule.id, rule.severity, placeOf(rule), typeset(language, summary)];
  });
  const [head = '', ...lines] = columns([heads, ...rows]);
  const legend = columns(Object.entries(places)).map((line) => typeset(language, line));
  return `${[colors.bold(head), ...lines, '', ...legend, '', typeset(language, more)].join('\n')}\n`;
}

/** Explains one rule: what it wants, why, how to mend it and to configure it. Throws Failure if no rule has this id. */
export function explainRule(id: string, { language, colors }: Look): string {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw unknownName('rule', id, ruleIds);
  const words = explainWords[language];
  const { severity } = rule;
  const { summary, why, remedy } = rule.words[language];
  const parts: [string, string][] = [
    [words.why, why],
    [words.remedy, remedy],
    [words.where, words.places[placeOf(rule)]],
  ];
  // Valid in JSON and YAML alike.
  const config = `"rules": { "${id}": "${severity === 'error' ? 'warn' : 'error'}" }`;
  return [
    `${colors.bold(id)}  ${severity}\n  ${typeset(language, summary)}`,
    ...parts.map(([head, body]) => `${colors.bold(head)}\n  ${typeset(language, body)}`),
    `${colors.bold(words.configure)}\n  ${config}\n  ${words.takesEffect}\n`,
  ].join('\n\n');
}

function placeOf({ where }: AnyRule): Place {
  return where === 'request' ? 'PR' : where;
}
