import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandLine, parseArguments } from '../src/arguments.ts';
import { type Command, defineCommand } from '../src/commands/command.ts';
import { flagsOf } from '../src/commands/flags.ts';
import { commands } from '../src/commands/list.ts';
import { commandHelp, programHelp } from '../src/words/help.ts';
import { usageFailure } from '../src/words/usage.ts';

const words = (line: string) => (line === '' ? [] : line.split(' '));
const parse = (line: string) => parseArguments(words(line));

const commandNames = commands.map(({ name }) => name);
const flagNames = [...new Set(commands.flatMap((command) => Object.keys(flagsOf(command))))];

describe('what is asked for', () => {
  const usual = { format: null, lang: null, quiet: false, color: null, help: false, version: false };
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
    ['--no-color', { color: false }],
    ['--color --no-color', { color: false }],
    ['--no-color --color', { color: true }],
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
    ['pre-commit --no-color', 'pre-commit', [], { color: false }],
    ['--help pre-commit', 'pre-commit', [], { help: true }],
  ])('"%s"', (line, name, operands, expected) => {
    const parsed = parse(line);
    expect(parsed).toMatchObject({ isNamed: true, operands, problem: null });
    expect([parsed.command.name, parsed.flags]).toEqual([name, { ...usual, ...expected }]);
  });
});

describe('a command of any shape', () => {
  const text = (word: string) => ({ en: word, fr: `${word} (fr)` });
  const run = async () => 0 as const;
  const answer = defineCommand({
    name: 'answer',
    summary: text('answer it'),
    operands: [
      { name: text('answer'), values: ['YES', 'NO'], required: true },
      { name: text('file'), repeated: true },
    ],
    flags: {
      details: { value: text('text'), required: true, words: text('the reason') },
      action: { values: ['none', 'fix'], words: text('what follows') },
      pager: { negatable: true, words: text('page by page') },
      'no-add': { words: text('leave the index alone') },
    },
    run: async ({ flags }) => {
      const action: 'none' | 'fix' | null = flags.action;
      const pager: boolean | null = flags.pager;
      return action === null && pager === null ? 0 : 1;
    },
  });
  const table: readonly [Command, ...Command[]] = [
    answer,
    defineCommand({ name: 'other', summary: text('else'), run }),
  ];
  const parseShaped = (...argv: string[]) => parseArguments(argv, table);

  test('has flags with a free value, with one of a set, and with a form that denies', () => {
    const { flags, operands, problem } = parseShaped(
      'answer',
      'YES',
      'a',
      'b',
      '--details',
      '- a\n--b c',
      '--action',
      'fix',
      '--no-pager',
    );
    expect({ operands, problem }).toEqual({ operands: ['YES', 'a', 'b'], problem: null });
    expect(flags).toMatchObject({ details: '- a\n--b c', action: 'fix', pager: false, 'no-add': false });
  });

  test.each([['-'], ['--'], ['--foo bar'], ['']])('takes "%s" for a text', (value) => {
    const { flags, problem } = parseShaped('--details', value);
    expect(flags.details).toBe(value);
    expect(problem?.kind).toBe(value === '' ? 'value-missing' : undefined);
  });

  test('denies with a flag that has no other form', () => {
    expect(parseShaped('--no-add').flags).toMatchObject({ 'no-add': true });
    expect(parseShaped('--add').problem).toMatchObject({ kind: 'unknown-flag', name: '--add' });
  });

  test.each([
    [
      ['answer', 'yes'],
      'answer does not accept "yes". Possible values: YES, NO',
      'did you mean: npx sprint-check answer YES',
    ],
    [['--action', 'fixx'], '--action does not accept "fixx". Possible values: none, fix', 'did you mean: --action fix'],
    [['other', 'x'], 'other does not take "x".', 'npx sprint-check other --help'],
    [['other', '--no-add'], 'other does not take --no-add.', 'npx sprint-check other --help'],
  ])('%j is wrong', (argv, message, help) => {
    const { problem } = parseShaped(...argv);
    expect(problem && usageFailure(problem).words.en).toEqual([message, help]);
  });

  test('says itself what it lacks', () => {
    expect(parseShaped('answer').problem).toBeNull();
    expect(usageFailure({ kind: 'missing', name: '--details', command: 'answer' }).words).toEqual({
      en: ['answer needs --details.', 'npx sprint-check answer --help'],
      fr: ['answer attend --details.', 'npx sprint-check answer --help'],
    });
  });

  test('is shown as it is typed', () => {
    const synopsis =
      'sprint-check answer YES|NO [<file>...] --details <text> [--action none|fix] [--pager, --no-pager] [--no-add]';
    expect(commandHelp(answer, 'en').split('\n')[0]).toBe(synopsis);
    expect(commandHelp(answer, 'fr')).toMatch(/^ {2}--details <text \(fr\)> +the reason \(fr\)$/m);
  });
});

/** What is said to a command line: the message and the remedy, in both languages. */
function answerTo({ problem }: CommandLine): string[] {
  if (!problem) return [];
  const { code, words } = usageFailure(problem);
  expect(code).toBe('usage');
  return [...words.en, ...words.fr].map(String);
}

describe('what is wrong', () => {
  test.each<[line: string, message: RegExp, help: RegExp, message: RegExp, help: RegExp]>([
    [
      'pre-comit',
      /^Unknown command: "pre-comit"$/,
      /^did you mean: npx sprint-check pre-commit$/,
      /^Commande inconnue : « pre-comit »$/,
      /^vouliez-vous dire : npx sprint-check pre-commit$/,
    ],
    ['--quiet chek', /"chek"/, /mean: npx sprint-check check$/, /« chek »/, /dire : npx sprint-check check$/],
    [
      'something-else',
      /"something-else"/,
      /^npx sprint-check --help$/,
      /« something-else »/,
      /^npx sprint-check --help$/,
    ],
    ['Check', /"Check"/, /mean: npx sprint-check check$/, /« Check »/, /dire : npx sprint-check check$/],
    ['constructor', /"constructor"/, /--help$/, /« constructor »/, /--help$/],
    ['chek --from a', /^Unknown command: "chek"$/, /./, /« chek »/, /./],
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
    ['--quiet=yes', /^--quiet takes no value\.$/, /./, /^--quiet n’attend pas de valeur\.$/, /./],
    ['--help=', /^--help takes no value/, /./, /^--help n’attend pas/, /./],
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
    ['check HEAD', /^check does not take "HEAD"\.$/, /check --help$/, /^check n’accepte pas « HEAD »/, /./],
    ['pre-push a b c', /^pre-push does not take "c"\.$/, /./, /« c »/, /./],
    ['pre-commit check', /^pre-commit does not take "check"\.$/, /./, /« check »/, /./],
  ])('"%s"', (line, ...expected) => {
    expect(answerTo(parse(line))).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test.each([
    ['chek --format json', { format: 'json' }],
    ['--lang fr --what', { lang: 'fr' }],
    ['--from --format json --to --lang fr', { format: 'json', lang: 'fr' }],
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
