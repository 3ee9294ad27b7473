import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArguments } from '../../src/arguments.ts';
import { commands } from '../../src/commands/list.ts';
import { formatNames } from '../../src/formats/list.ts';
import { main } from '../../src/main.ts';
import { Scratch } from '../helpers/scratch.ts';
import { journal, notes, opening } from '../helpers/sprint.ts';
import { runs } from './runs.ts';

const flags = commands.flatMap((command) => Object.keys(command.flags ?? {}).map((name) => `--${name}`));
const word = fc.oneof(
  fc.constantFrom(...commands.map(({ name }) => name)),
  fc.constantFrom(
    ...flags,
    '--format',
    '--lang',
    '--quiet',
    '--color',
    '--no-color',
    '--help',
    '--version',
    '-h',
    '-v',
    '--',
    '-',
  ),
  fc.constantFrom(
    ...formatNames,
    'fr',
    'de',
    'HEAD',
    'HEAD~1',
    'work',
    'OK',
    'KO',
    '3',
    '03',
    'none',
    'fix',
    '..',
    '/',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .tuple(fc.constantFrom(...flags, '--format', '--lang', '--color'), fc.string({ maxLength: 8 }))
    .map((both) => both.join('=')),
);
/** What picocolors writes. */
const color = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
const words = fc.array(word, { maxLength: 6 });

test(
  'whatever the arguments, they are parsed, or the problem named',
  () => {
    const property = fc.property(words, (argv) => {
      expect(commands).toContain(parseArguments(argv).command);
    });
    fc.assert(property, runs(500));
  },
  24 * 3600_000,
);

test(
  'whatever the arguments and the input, the exit code is 0, 1 or 2, and no fault of its own',
  async () => {
    const scratch = new Scratch();
    const first = scratch.commit({ 'PO_NOTES.md': notes(), 'docs/sprints/S3/INTERACTIONS.yaml': journal(opening()) });
    const second = scratch.commit({ 'src/app.txt': 'code\n' });
    const folder = join(scratch.path, 'src');
    mkdirSync(folder, { recursive: true });
    const name = fc.oneof(fc.constantFrom(first, second, '0'.repeat(40), 'a'.repeat(40)), fc.string({ maxLength: 4 }));
    const line = fc.oneof(
      fc.tuple(name, name).map(([one, other]) => `refs/heads/work ${one} refs/heads/work ${other}`),
      fc.tuple(name, name).map(([one, other]) => `${one} ${other} refs/heads/work`),
    );
    const input = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n'));
    const hook = fc.constantFrom(
      ['pre-push'],
      ['pre-receive'],
      ['pre-commit'],
      ['check', '--from', first],
      ['--from', first],
    );
    // doctor runs real hooks, which takes its time, and has tests of its own.
    const argv = fc
      .oneof(
        words,
        fc.tuple(hook, words).map((all) => all.flat()),
      )
      .filter((all) => !all.includes('doctor'));
    const property = fc.asyncProperty(argv, input, async (argv, text) => {
      const said: string[] = [];
      const exitCode = await main({
        argv,
        environment: scratch.environment,
        directory: () => folder,
        now: Date.parse('2026-11-22T14:10:00Z'),
        isTerminal: { input: false, output: false },
        streams: () => ({ input: process.stdin, output: process.stdout }),
        readInput: async () => text,
        writeOutput: (text) => said.push(text),
        writeError: (text) => said.push(text),
      });
      expect([0, 1, 2]).toContain(exitCode);
      expect(said.join('')).not.toMatch(/itself failed|lui-même a échoué|\n\s+at .*:\d+:\d+/);
      expect(said.join('').replace(color, '')).not.toMatch(/[^\P{Cc}\t\n]/u);
    });
    await fc.assert(property, runs(15, 0.1));
  },
  24 * 3600_000,
);
