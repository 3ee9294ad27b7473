import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandNames, flagNames, type ParsedArguments, parseArguments, type Request } from '../src/arguments.ts';
import { helpText, usageFailure } from '../src/words/usage.ts';

const parse = (line: string) => parseArguments(line === '' ? [] : line.split(' '));

const usual: Request = {
  ...{ command: 'check', operands: [], from: null, to: null, format: null, language: null },
  ...{ quiet: false, color: null, help: false, version: false },
};

describe('what is asked for', () => {
  test.each<[string, Partial<Request>]>([
    ['', {}],
    ['check', {}],
    ['pre-commit', { command: 'pre-commit' }],
    ['pre-merge-commit', { command: 'pre-merge-commit' }],
    ['pre-push', { command: 'pre-push' }],
    ['pre-push origin https://x/y', { command: 'pre-push', operands: ['origin', 'https://x/y'] }],
    ['pre-push -- origin', { command: 'pre-push', operands: ['origin'] }],
    ['pre-receive', { command: 'pre-receive' }],
    ['--from a --to b', { from: 'a', to: 'b' }],
    ['--from a check --to b', { from: 'a', to: 'b' }],
    ['check --from=a --to=b', { from: 'a', to: 'b' }],
    ['--from @{u}~1 --to HEAD^', { from: '@{u}~1', to: 'HEAD^' }],
    ['--from a=b', { from: 'a=b' }],
    ['--from a --from b', { from: 'b' }],
    ['--from -1', { from: '-1' }],
    ['--from=--to', { from: '--to' }],
    ['--format json', { format: 'json' }],
    ['--format json pre-commit --quiet', { command: 'pre-commit', format: 'json', quiet: true }],
    ['pre-commit --format=text', { command: 'pre-commit', format: 'text' }],
    ['--lang fr pre-commit', { command: 'pre-commit', language: 'fr' }],
    ['pre-commit --lang=en', { command: 'pre-commit', language: 'en' }],
    ['--color', { color: true }],
    ['pre-commit --no-color', { command: 'pre-commit', color: false }],
    ['--color --no-color', { color: false }],
    ['--no-color --color', { color: true }],
    ['-h', { help: true }],
    ['--help pre-commit', { command: 'pre-commit', help: true }],
    ['pre-commit -h', { command: 'pre-commit', help: true }],
    ['-v', { version: true }],
    ['--version', { version: true }],
    ['-hv', { help: true, version: true }],
  ])('"%s"', (line, expected) => {
    expect(parse(line)).toEqual({ request: { ...usual, ...expected }, problem: null });
  });
});

/** What a command line is told: the message and the remedy, in both languages. */
function told({ problem }: ParsedArguments): string[] {
  if (!problem) return [];
  const { code, words } = usageFailure(problem);
  expect(code).toBe('usage');
  return [words.en.message, `${words.en.help}`, words.fr.message, `${words.fr.help}`];
}

describe('what is wrong', () => {
  test.each<[line: string, message: RegExp, help: RegExp, message: RegExp, help: RegExp]>([
    [
      'pre-comit',
      /^There is no command "pre-comit"\.$/,
      /^did you mean: sprint-check pre-commit$/,
      /^Il n’y a pas de commande « pre-comit »\.$/,
      /^vouliez-vous dire : sprint-check pre-commit$/,
    ],
    ['--quiet chek', /"chek"/, /mean: sprint-check check$/, /« chek »/, /dire : sprint-check check$/],
    ['something-else', /"something-else"/, /^sprint-check --help$/, /« something-else »/, /^sprint-check --help$/],
    ['Check', /"Check"/, /mean: sprint-check check$/, /« Check »/, /dire : sprint-check check$/],
    ['constructor', /"constructor"/, /--help$/, /« constructor »/, /--help$/],
    ['--formt json', /no flag --formt\.$/, /mean: --format$/, /pas d’option --formt\.$/, /dire : --format$/],
    ['--no-colour', /no flag --no-colour/, /mean: --no-color$/, /--no-colour/, /dire : --no-color$/],
    ['--no-quiet', /no flag --no-quiet/, /./, /--no-quiet/, /./],
    ['pre-commit --wholly-unknown', /--wholly-unknown/, /^sprint-check --help$/, /--wholly-unknown/, /--help$/],
    ['-x', /no flag -x\.$/, /./, /pas d’option -x\.$/, /./],
    ['-hx', /no flag -x\.$/, /./, /pas d’option -x\.$/, /./],
    ['--from', /^--from needs a value\.$/, /--help$/, /^--from attend une valeur\.$/, /--help$/],
    ['--from=', /^--from needs a value/, /./, /^--from attend/, /./],
    ['--from --to b', /^--from needs a value/, /./, /^--from attend/, /./],
    ['--lang', /^--lang needs a value/, /./, /^--lang attend/, /./],
    ['--quiet=yes', /^--quiet takes no value\.$/, /./, /^--quiet n’attend pas de valeur\.$/, /./],
    ['--help=', /^--help takes no value/, /./, /^--help n’attend pas/, /./],
    [
      '--format jsn',
      /^--format can't be "jsn"; it is one of .*json/,
      /mean: --format json$/,
      /^--format ne peut pas être « jsn »/,
      /dire : --format json$/,
    ],
    ['--lang de', /"de"; it is one of en, fr\.$/, /./, /« de » ; c’est l’un de en, fr\.$/, /./],
    ['--lang FR', /"FR"/, /mean: --lang fr$/, /« FR »/, /dire : --lang fr$/],
    [
      'pre-commit --from a',
      /^pre-commit does not take --from\.$/,
      /^sprint-check pre-commit --help$/,
      /^pre-commit n’accepte pas --from\.$/,
      /^sprint-check pre-commit --help$/,
    ],
    ['--to a pre-push', /^pre-push does not take --to\.$/, /./, /^pre-push n’accepte pas --to\.$/, /./],
    ['check HEAD', /^check does not take "HEAD"\.$/, /check --help$/, /^check n’accepte pas « HEAD »/, /./],
    ['pre-push a b c', /^pre-push does not take "c"\.$/, /./, /« c »/, /./],
    ['pre-commit check', /^pre-commit does not take "check"\.$/, /./, /« check »/, /./],
  ])('"%s"', (line, ...expected) => {
    const words = told(parse(line));
    expect(words).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test.each([
    ['chek --format json', { format: 'json' }],
    ['--lang fr --what', { language: 'fr' }],
    ['--from --format json --to --lang fr', { format: 'json', language: 'fr' }],
    ['--lang fr --format xml', { language: 'fr', format: null }],
    ['--format json pre-commit x', { command: 'pre-commit', format: 'json' }],
  ])('"%s" still tells how the answer is to be printed', (line, expected) => {
    const { request, problem } = parse(line);
    expect(problem).not.toBeNull();
    expect(request).toMatchObject(expected);
  });
});

test('no command line makes it throw, and what is wrong is told in both languages', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(...commandNames),
    fc.constantFrom(...flagNames).map((name) => `--${name}`),
    fc.constantFrom('--', '-', '---', '--=', '-=', '--format=json', '--no-', '--__proto__', '-h', '--toString', 'json'),
  );
  fc.assert(
    fc.property(fc.array(word), (argv) => {
      const parsed = parseArguments(argv);
      expect(commandNames).toContain(parsed.request.command);
      const words = told(parsed);
      expect(words).toHaveLength(parsed.problem ? 4 : 0);
      for (const text of words) expect(text).toMatch(/\S/);
      if (words.length > 0) expect(words[0]).not.toBe(words[2]);
    }),
    { numRuns: 2_000 },
  );
});

describe('the help', () => {
  test.each(['en', 'fr'] as const)('in %s names every command, and every flag once', (language) => {
    const help = helpText(language, null);
    for (const name of commandNames) expect(help).toMatch(new RegExp(`^ +${name} +\\S`, 'm'));
    for (const name of flagNames) expect(help.split(new RegExp(`--${name}(?![a-z-])`))).toHaveLength(2);
    expect(help).toMatch(/[^\n]\n$/);
  });

  test.each(commandNames)('of %s', (name) => {
    const [english, french] = [helpText('en', name), helpText('fr', name)];
    for (const help of [english, french]) {
      expect(help).toMatch(new RegExp(`^sprint-check \\[?${name}\\b`));
      expect(help.includes('--from')).toBe(name === 'check');
      expect(help).not.toMatch(/undefined/);
    }
    expect(french).not.toBe(english);
  });
});
