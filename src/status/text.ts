import type { Context } from '../commands/command.js';
import { journalPath } from '../facts/sprint.js';
import { isFrozen } from '../facts/start.js';
import type { Colors } from '../report/colors.js';
import { printable, sprintOf } from '../report/report.js';
import { timeLeft } from '../report/text.js';
import { visible } from '../report/visible.js';
import { logCommand } from '../words/commands.js';
import { typeset } from '../words/report.js';
import { statusWords } from '../words/status.js';
import { startedAt } from '../words/time.js';
import { problem } from '../worktree/say.js';
import type { Status } from './facts.js';

type Look = Pick<Context, 'language' | 'colors' | 'now'>;

/** These limits keep the output under 60 lines. */
const limits = { entries: 4, actions: 20, textLines: 3, broken: 3, characters: 160 };

export function statusLines(status: Status, options: Look): string[] {
  const { language, colors } = options;
  const words = statusWords[language];
  return [
    ...sprintLines(status, options),
    ...brokenLines(status, options),
    ...lastWordLines(status, options),
    ...pendingLines(status, options),
    ...(status.sprint ? [artefactLine(status, options)] : []),
    ...(isOver(status, options) && status.pending.length > 0 ? [typeset(language, words.reply)] : []),
    `${colors.cyan(typeset(language, words.next))} ${nextCommand(status, options)}`,
  ];
}

function isOver({ sprint, journal, brokenHeader }: Status, { now }: Look): boolean {
  return !brokenHeader && journal === 'sound' && sprint !== null && isFrozen(sprint, now);
}

function sprintLines({ sprint, brokenHeader, config }: Status, { language, colors, now }: Look): string[] {
  const words = statusWords[language];
  if (!sprint) return brokenHeader ? [] : [typeset(language, words.noSprint)];
  const line = timeLeft(sprintOf(sprint, now), language, now);
  if (!sprint.start || sprint.freezeAt === null) return [line, typeset(language, words.noStart)];
  const share = 1 - (sprint.freezeAt - now) / (config.freezeAfter * 60_000);
  return [line, `${bar(share, colors)}  ${typeset(language, startedAt(language, sprint.id, sprint.start, now))}`];
}

const cells = 22;

function bar(share: number, { red, green, dim }: Colors): string {
  const full = Math.max(0, Math.min(cells, Math.floor(share * cells)));
  return `${(full === cells ? red : green)('█'.repeat(full))}${dim('░'.repeat(cells - full))}`;
}

function brokenLines({ brokenHeader, broken, argument }: Status, options: Look): string[] {
  const { language } = options;
  const words = statusWords[language];
  const header = brokenHeader && printable(brokenHeader, language);
  return [
    ...(header
      ? [problem(options, header.message), ...(header.help ?? '').split('\n').map((line) => `    ${line}`)]
      : []),
    ...broken
      .slice(0, limits.broken)
      .map((path) => `${problem(options, words.broken(visible(path)))} npx sprint-check fix ${argument(path)}`),
    ...more(broken.length - limits.broken, '', options),
  ];
}

export function lastWordLines(
  { lastWord, config, argument }: Pick<Status, 'lastWord' | 'config' | 'argument'>,
  { language, colors }: Omit<Look, 'now'>,
): string[] {
  const words = statusWords[language];
  if (!lastWord) return [typeset(language, words.noWord)];
  if ('unreadable' in lastWord) {
    const path = lastWord.unreadable;
    return [`${typeset(language, words.unknownWord(visible(path)))} npx sprint-check fix ${argument(path)}`];
  }
  const { sprint, reply, details, action, when } = lastWord;
  const paint = reply === 'OK' ? colors.green : colors.red;
  const facts = [when, action && `action: ${action}`, journalPath(config, sprint)].filter(Boolean).join(', ');
  return [
    `${colors.bold(typeset(language, words.lastWord))} ${paint(short(reply ?? '?'))} (${short(facts)})`,
    ...textLines(details ?? ''),
  ];
}

function pendingLines({ pending, sprint, lastWord }: Status, options: Look): string[] {
  const { language, colors } = options;
  const words = statusWords[language];
  const isKnown = sprint !== null && !(lastWord && 'unreadable' in lastWord);
  if (pending.length === 0) return isKnown ? [typeset(language, words.nonePending)] : [];
  const shown = pending.slice(0, limits.entries);
  const each = Math.floor(limits.actions / shown.length);
  const entries = shown.flatMap(({ sprint: number, entry, topic, ask, actions }) => [
    `  ${colors.bold(typeset(language, words.entry(number, entry + 1)))} ${short(topic)}`,
    ...textLines(ask),
    ...actions.slice(0, each).map((action) => `    ${colors.yellow(typeset(language, words.action))} ${short(action)}`),
    ...more(actions.length - each, '    ', options),
  ]);
  const awaiting = typeset(language, words.pending(pending.length));
  return [colors.bold(awaiting), ...entries, ...more(pending.length - shown.length, '  ', options)];
}

function artefactLine({ artefacts }: Status, { language, colors }: Look): string {
  const names = Object.entries(artefacts).map(([name, isThere]) =>
    isThere ? `${colors.green('✔')} ${name}` : `${colors.red('✖')} ${name}`,
  );
  return `${typeset(language, statusWords[language].artefacts)} ${names.join('  ')}`;
}

function nextCommand(status: Status, options: Look): string {
  const { sprint, journal, missingJournal, brokenHeader, config, argument } = status;
  const { language } = options;
  if (brokenHeader) return statusWords[language].correct(argument(config.notes));
  if (!sprint) return 'npx sprint-check start';
  if (journal === 'missing' && missingJournal) return missingJournal;
  if (journal === 'broken') return `npx sprint-check fix ${argument(sprint.journal)}`;
  return isOver(status, options) ? 'npx sprint-check start' : logCommand[language];
}

function textLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const shown = lines.slice(0, limits.textLines).map(short);
  const isCut = lines.length > limits.textLines;
  return shown.map((line, index) => `    ${line}${isCut && index === shown.length - 1 ? ' …' : ''}`);
}

function more(count: number, indentation: string, { language }: Look): string[] {
  return count > 0 ? [`${indentation}${statusWords[language].more(count)}`] : [];
}

function short(text: string): string {
  const line = visible(text.replace(/\s+/g, ' ').trim());
  return line.length > limits.characters
    ? `${line.slice(0, limits.characters).replace(/[\ud800-\udbff]$/, '')}…`
    : line;
}
