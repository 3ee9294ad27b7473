import type { TextOptions } from '../report/text.js';
import { rules } from '../rules/list.js';
import type { AnyRule } from '../rules/rule.js';
import { explainWords } from '../words/explain.js';
import { typeset } from '../words/report.js';
import { columns, usageFailure } from '../words/usage.js';

type Look = Pick<TextOptions, 'language' | 'colors'>;

/**
 * What all rules want (`id` null), or one of them: what it wants, why, how to mend it and to configure it.
 *
 * @throws Failure where no rule has this id.
 */
export function explain(id: string | null, look: Look): string {
  if (id === null) return table(look);
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw usageFailure({ kind: 'unknown-rule', name: id, known: rules.map((known) => known.id) });
  return page(rule, look);
}

function table({ language, colors }: Look): string {
  const words = explainWords[language];
  const { rule, severity, judges, wants } = words.columns;
  const rows = rules.map((each) => {
    const summary = typeset(language, each.words[language].summary);
    return [
      each.id,
      each.severity,
      judgedOn(each)
        .map(([letter]) => letter)
        .join(' '),
      summary,
    ];
  });
  const [head = '', ...lines] = columns([[rule, severity, judges, wants], ...rows]);
  const legend = [words.legend, words.more].map((sentence) => typeset(language, sentence));
  return `${[colors.bold(head), ...lines, '', ...legend].join('\n')}\n`;
}

function page(rule: AnyRule, { language, colors }: Look): string {
  const words = explainWords[language];
  const { id, severity } = rule;
  const { summary, why } = rule.words[language];
  const judged = judgedOn(rule).map(([, key]) => words.judged[key]);
  const parts = [
    [words.why, why],
    [words.remedy, rule.words[language].remedy],
    [words.judges, judged.join('; ')],
  ].map(([head = '', body = '']) => `${colors.bold(head)}\n  ${typeset(language, body)}`);
  const other = severity === 'error' ? 'warn' : 'error';
  const config = `"sprint-check": { "rules": { "${id}": "${other}" } }`;
  return `${colors.bold(id)}  ${severity}
  ${typeset(language, summary)}

${parts.join('\n\n')}

${colors.bold(words.configure)}
  ${config}
  ${words.takesEffect}
`;
}

type Judged = keyof (typeof explainWords)['en']['judged'];

/** What a rule is judged on, each with its letter in the table. */
function judgedOn({ where }: AnyRule): [letter: string, key: Judged][] {
  return [[where === 'request' ? 'PR' : where, where]];
}
