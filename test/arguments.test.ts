import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandLine, parseArguments } from '../src/arguments.ts';
import type { Command } from '../src/commands/command.ts';
import { flagsOf } from '../src/commands/flags.ts';
import { commands } from '../src/commands/list.ts';
import { commandHelp, programHelp } from '../src/words/help.ts';
import { missing } from '../src/words/usage.ts';

const words = (line: string) => (line === '' ? [] : line.split(' '));
const parse = (line: string) => parseArguments(words(line));

const commandNames = commands.map(({ name }) => name);
const flagNames = [...new Set(commands.flatMap((command) => Object.keys(flagsOf(command))))];

describe('what is asked for', () => {
  const usual = {
    format: null,
    lang: null,
    quiet: false,
    color: false,
    'no-color': false,
    help: false,
    version: false,
  };
  const ofCheck = { ...usual, from: null, to: null };

  test.each<[string, CommandLine['flags'] | object]>([
    ['', {}],
    ['check', {}],
    ['--from a --to b', { from: 'a', to: 'b' }],
    ['--from a check --to b', { from: 'a', to: 'b' }],
    ['check --from=a --to=b', { from: 'a', to: 'b' }],
    ['--from @{u}~1 --to HEAD^', { from: '@{u}~1', to: 'HEAD^' }],
    ['--from a=b', { from: 'a=b' }],
    ['--from a --from b', { from: 'b' }],
    ['--from -1', { from: '-1' }],
    ['--from=--to', { from: '--to' }],
    ['--format json', { format: 'json' }],
    ['--lang fr', { lang: 'fr' }],
    ['--quiet', { quiet: true }],
    ['--color', { color: true }],
    ['--no-color', { 'no-color': true }],
    ['-h', { help: true }],
    ['-v', { version: true }],
    ['--version', { version: true }],
    ['-hv', { help: true, version: true }],
  ])('check: "%s"', (line, expected) => {
    const { command, operands, flags, problem } = parse(line);
    expect({ command: command.name, operands, problem }).toEqual({ command: 'check', operands: [], problem: null });
    expect(flags).toEqual({ ...ofCheck, ...expected });
  });

  test.each<[line: string, command: string, operands: string[], flags: object]>([
    ['pre-commit', 'pre-commit', [], {}],
    ['pre-merge-commit', 'pre-merge-commit', [], {}],
    ['pre-push', 'pre-push', [], {}],
    ['pre-push origin https://x/y', 'pre-push', ['origin', 'https://x/y'], {}],
    ['pre-push -- origin', 'pre-push', ['origin'], {}],
    ['pre-receive', 'pre-receive', [], {}],
    ['explain journal/topic', 'explain', ['journal/topic'], {}],
    ['--format json pre-commit --quiet', 'pre-commit', [], { format: 'json', quiet: true }],
    ['pre-commit --format=text', 'pre-commit', [], { format: 'text' }],
    ['--lang fr pre-commit', 'pre-commit', [], { lang: 'fr' }],
    ['pre-commit --lang=en', 'pre-commit', [], { lang: 'en' }],
    ['pre-commit --no-color', 'pre-commit', [], { 'no-color': true }],
    ['--help pre-commit', 'pre-commit', [], { help: true }],
  ])('"%s"', (line, name, operands, expected) => {
    const parsed = parse(line);
    expect(parsed).toMatchObject({ isNamed: true, operands, problem: null });
    expect([parsed.command.name, parsed.flags]).toEqual([name, { ...usual, ...expected }]);
  });
});

describe('a command with operands and flags of its own', () => {
  const of = (...argv: string[]) => parseArguments(argv);

  test('has flags with a free value, with one of a set, and without a value', () => {
    const { flags, operands, problem } = of('reply', 'KO', '--details', '- a\n--b c', '--action', 'fix', '--no-add');
    expect({ operands, problem }).toEqual({ operands: ['KO'], problem: null });
    expect(flags).toMatchObject({ details: '- a\n--b c', action: 'fix', 'no-add': true });
  });

  test.each([['-'], ['--'], ['--foo bar']])('takes "%s" for a text', (value) => {
    const { flags, problem } = of('log', '--did', value);
    expect({ did: flags.did, problem }).toEqual({ did: value, problem: null });
  });

  test.each([
    [['reply', 'ok'], 'reply does not accept "ok". Possible values: OK, KO', 'did you mean: npx sprint-check reply OK'],
    [
      ['reply', 'OK', '--action', 'fixx'],
      '--action does not accept "fixx". Possible values: none, fix',
      'did you mean: --action fix',
    ],
    [['log', '--did', ''], '--did needs a value.', 'npx sprint-check log --help'],
    [['log', '--did', '--no-add'], '--did needs a value.', 'npx sprint-check log --help'],
    [['log', 'x'], 'log does not take x.', 'npx sprint-check log --help'],
    [['start', '--no-add'], 'start does not take --no-add.', 'npx sprint-check start --help'],
  ])('%j is wrong', (argv, message, help) => {
    expect(of(...argv).problem?.words.en).toEqual([message, help]);
  });

  test('says itself what it lacks', () => {
    expect(of('log').problem).toBeNull();
    expect(missing('--did', 'log').words).toEqual({
      en: ['log needs --did.', 'npx sprint-check log --help'],
      fr: ['log attend --did.', 'npx sprint-check log --help'],
    });
  });

  test('is shown as it is typed', () => {
    const { command } = of('reply');
    expect(commandHelp(command, 'en').split('\n')[0]).toBe(
      'sprint-check reply OK|KO [--details <text>] [--action none|fix] [--no-add]',
    );
    expect(commandHelp(command, 'fr')).toMatch(/^ {2}--details <texte> +ce qui a été constaté/m);
  });
});

/** What is said to a command line: the message and the remedy, in both languages. */
function answerTo({ problem }: CommandLine): string[] {
  if (!problem) return [];
  const { code, words } = problem;
  expect(code).toBe('usage');
  return [...words.en, ...words.fr].map(String);
}

describe('what is wrong', () => {
  test.each<[line: string, message: RegExp, help: RegExp, message: RegExp, help: RegExp]>([
    [
      'pre-comit',
      /^Unknown command: pre-comit$/,
      /^did you mean: npx sprint-check pre-commit$/,
      /^Commande inconnue : pre-comit$/,
      /^vouliez-vous dire : npx sprint-check pre-commit$/,
    ],
    ['--quiet chek', /: chek$/, /mean: npx sprint-check check$/, / : chek$/, /dire : npx sprint-check check$/],
    [
      'something-else',
      /: something-else$/,
      /^npx sprint-check --help$/,
      / : something-else$/,
      /^npx sprint-check --help$/,
    ],
    ['Check', /: Check$/, /mean: npx sprint-check check$/, / : Check$/, /dire : npx sprint-check check$/],
    ['constructor', /: constructor$/, /--help$/, / : constructor$/, /--help$/],
    ['chek --from a', /^Unknown command: chek$/, /./, / : chek$/, /./],
    ['--formt json', /^Unknown flag: --formt$/, /mean: --format$/, /^Option inconnue : --formt$/, /dire : --format$/],
    ['check --form main', /^Unknown flag: --form$/, /mean: --from$/, /^Option inconnue : --form$/, /dire : --from$/],
    ['--fro main', /^Unknown flag: --fro$/, /mean: --from$/, /^Option inconnue : --fro$/, /dire : --from$/],
    ['--no-colour', /^Unknown flag: --no-colour$/, /mean: --no-color$/, /--no-colour/, /dire : --no-color$/],
    ['--no-quiet', /^Unknown flag: --no-quiet$/, /./, /--no-quiet/, /./],
    ['--no-from', /^Unknown flag: --no-from$/, /./, /--no-from/, /./],
    ['pre-commit --wholly-unknown', /--wholly-unknown/, /^npx sprint-check --help$/, /--wholly-unknown/, /--help$/],
    ['-x', /^Unknown flag: -x$/, /./, /inconnue : -x$/, /./],
    ['-hx', /^Unknown flag: -x$/, /./, /inconnue : -x$/, /./],
    [
      '--from',
      /^--from needs a value\.$/,
      /^npx sprint-check check --help$/,
      /^--from attend une valeur\.$/,
      /--help$/,
    ],
    ['--from=', /^--from needs a value/, /./, /^--from attend/, /./],
    ['--from --to b', /^--from needs a value/, /./, /^--from attend/, /./],
    ['--lang', /^--lang needs a value/, /./, /^--lang attend/, /./],
    ['--quiet=yes', /^check does not take --quiet=yes\.$/, /./, /^check n’accepte pas --quiet=yes\.$/, /./],
    [
      '--format jsn',
      /^--format does not accept "jsn"\. Possible values: .*json/,
      /mean: --format json$/,
      /^--format n’accepte pas « jsn »\. Valeurs possibles : .*json/,
      /dire : --format json$/,
    ],
    ['--lang de', /"de"\. Possible values: en, fr$/, /./, /« de »\. Valeurs possibles : en, fr$/, /./],
    ['--lang FR', /"FR"/, /mean: --lang fr$/, /« FR »/, /dire : --lang fr$/],
    [
      'pre-commit --from a',
      /^pre-commit does not take --from\.$/,
      /^npx sprint-check pre-commit --help$/,
      /^pre-commit n’accepte pas --from\.$/,
      /^npx sprint-check pre-commit --help$/,
    ],
    ['--to a pre-push', /^pre-push does not take --to\.$/, /./, /^pre-push n’accepte pas --to\.$/, /./],
    ['explain --format json', /^explain does not take --format\.$/, /./, /^explain n’accepte pas --format/, /./],
    ['check HEAD', /^check does not take HEAD\.$/, /check --help$/, /^check n’accepte pas HEAD/, /./],
    ['pre-push a b c', /^pre-push does not take c\.$/, /./, /pas c\.$/, /./],
    ['pre-commit check', /^pre-commit does not take check\.$/, /./, /pas check\.$/, /./],
  ])('"%s"', (line, ...expected) => {
    expect(answerTo(parse(line))).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test.each([
    ['chek --format json', { format: 'json' }],
    ['--lang fr --what', { lang: 'fr' }],
    ['--lang fr --format xml', { lang: 'fr', format: null }],
    ['--format json pre-commit x', { format: 'json' }],
  ])('"%s" still says how the answer is to be printed', (line, expected) => {
    const { flags, problem } = parse(line);
    expect(problem).not.toBeNull();
    expect(flags).toMatchObject(expected);
  });
});

test('no command line makes it throw, and what is wrong is said in both languages', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(...commandNames),
    fc.constantFrom(...flagNames).map((name) => `--${name}`),
    fc.constantFrom('--', '-', '---', '--=', '-=', '--format=json', '--no-', '--__proto__', '-h', '--toString', 'json'),
  );
  fc.assert(
    fc.property(fc.array(word), (argv) => {
      const parsed = parseArguments(argv);
      expect(commands).toContain(parsed.command);
      const answer = answerTo(parsed);
      expect(answer).toHaveLength(parsed.problem ? 4 : 0);
      for (const text of answer) expect(text).toMatch(/\S/);
      if (answer.length > 0) expect(answer[0]).not.toBe(answer[2]);
    }),
    { numRuns: 500 },
  );
});

describe('the table of commands', () => {
  test('names each command once', () => {
    expect(new Set(commandNames).size).toBe(commands.length);
  });

  test('gives a flag a value in every command that takes it, or in none', () => {
    const shapes = commands.flatMap((command) =>
      Object.entries(flagsOf(command)).map(([name, flag]) => `${name} ${'value' in flag || 'values' in flag}`),
    );
    expect(new Set(shapes).size).toBe(flagNames.length);
  });
});

describe('the help', () => {
  test.each(['en', 'fr'] as const)('in %s names every command, and every flag that they share once', (language) => {
    const help = programHelp(commands, language);
    for (const name of commandNames) expect(help).toMatch(new RegExp(`^ +${name} +\\S`, 'm'));
    for (const name of ['format', 'lang', 'quiet', 'color', 'no-color', 'version'])
      expect(help.split(new RegExp(`--${name}(?![a-z-])`))).toHaveLength(2);
    expect(help).toMatch(/[^\n]\n$/);
  });

  test.each(commands.map((command) => [command.name, command] as const))('of %s', (name, command) => {
    const [english, french] = [commandHelp(command, 'en'), commandHelp(command, 'fr')];
    for (const help of [english, french]) {
      expect(help).toMatch(new RegExp(`^sprint-check ${name}\\b`));
      for (const flag of flagNames) expect(help.includes(`--${flag}`)).toBe(Object.hasOwn(flagsOf(command), flag));
      expect(help).not.toMatch(/undefined/);
    }
    expect(french).not.toBe(english);
  });

  test('shows operands that need others inside them', () => {
    const prePush = commands.find(({ name }) => name === 'pre-push') as Command;
    expect(commandHelp(prePush, 'en')).toMatch(/^sprint-check pre-push \[<remote> \[<url>\]\]\n/);
  });
});
