import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { type BranchUpdate, parseUpdates } from '../../src/range/updates.ts';

const one = '1'.repeat(40);
const two = 'a'.repeat(40);
const none = '0'.repeat(40);
const long = 'b'.repeat(64);
const work = 'refs/heads/work';

const update = (newTip: string | null, oldTip: string | null, branch = 'work'): BranchUpdate => ({
  branch,
  oldTip,
  newTip,
});

describe('pre-push', () => {
  test.each<[string, string, BranchUpdate[]]>([
    ['nothing', '', []],
    ['blank lines', '\n\r\n  \n', []],
    ['a push', `${work} ${one} ${work} ${two}\n`, [update(one, two)]],
    ['without the last line feed', `${work} ${one} ${work} ${two}`, [update(one, two)]],
    ['with CRLF', `${work} ${one} ${work} ${two}\r\n`, [update(one, two)]],
    ['a new branch', `${work} ${one} ${work} ${none}\n`, [update(one, null)]],
    ['a deletion', `(delete) ${none} ${work} ${two}\n`, [update(null, two)]],
    ['of SHA-256', `${work} ${long} ${work} ${'0'.repeat(64)}\n`, [update(long, null)]],
    ['a commit by its name', `HEAD~1 ${one} ${work} ${two}\n`, [update(one, two)]],
    ['a commit by what it says', `HEAD^{/fix a bug} ${one} ${work} ${two}\n`, [update(one, two)]],
    ['a name of one letter', `@ ${one} ${work} ${two}\n`, [update(one, two)]],
    ['a branch in other letters', `é ${one} refs/heads/é/ü ${two}\n`, [update(one, two, 'é/ü')]],
    ['several', `a ${one} refs/tags/v1 ${none}\nb ${two} ${work} ${one}\n`, [update(two, one)]],
  ])('%s', (_, input, expected) => {
    expect(parseUpdates(input, 'pre-push')).toEqual(expected);
  });
});

describe('pre-receive', () => {
  test.each<[string, string, BranchUpdate[]]>([
    ['nothing', '', []],
    ['a push', `${two} ${one} ${work}\n`, [update(one, two)]],
    ['a new branch', `${none} ${one} ${work}\n`, [update(one, null)]],
    ['a deletion', `${two} ${none} ${work}\n`, [update(null, two)]],
    ['of SHA-256', `${'0'.repeat(64)} ${long} ${work}\n`, [update(long, null)]],
    ['several', `${two} ${one} ${work}\n${one} ${two} refs/heads/a\n`, [update(one, two), update(two, one, 'a')]],
  ])('%s', (_, input, expected) => {
    expect(parseUpdates(input, 'pre-receive')).toEqual(expected);
  });
});

describe('what is not git’s', () => {
  test.each<['pre-push' | 'pre-receive', string]>([
    ['pre-push', 'x'],
    ['pre-push', `${work} ${one} ${work}\n`],
    ['pre-push', `${one} ${work} ${two}\n`],
    ['pre-push', `${work} ${one} ${work} ${two} more\n`],
    ['pre-push', `${work} ${one.slice(1)} ${work} ${two}\n`],
    ['pre-push', `${work} ${'1'.repeat(65)} ${work} ${two}\n`],
    ['pre-push', `${work} ${one} ${work} ${two.toUpperCase()}\n`],
    ['pre-push', `${work}  ${one} ${two}\n`],
    ['pre-push', `${two} ${one} ${work}\n`],
    ['pre-push', `${work} ${one} ${work} ${two}\nx\n`],
    ['pre-receive', `${work} ${one} ${work} ${two}\n`],
    ['pre-receive', `${two} ${one}\n`],
    ['pre-receive', `${two} ${one} \n`],
    ['pre-receive', ` ${two} ${one} ${work}\n`],
  ])('%s: %j', (hook, input) => {
    expect(() => parseUpdates(input, hook)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

test('what is not git’s says where git is to run it', () => {
  const help = (hook: 'pre-push' | 'pre-receive') => {
    try {
      return parseUpdates('x', hook);
    } catch (error) {
      const { en, fr } = (error as Failure).words;
      for (const [message] of [en, fr]) expect(message).toMatch(new RegExp(`${hook}.*: x$`));
      return en[1];
    }
  };
  expect(help('pre-push')).toMatch(/: sprint-check pre-push "\$@"$/);
  expect(help('pre-receive')).toMatch(/: sprint-check pre-receive "\$@"$/);
});

test('any text is parsed, or refused with words in both languages', () => {
  const part = fc.oneof(fc.constantFrom(' ', '\n', '\r\n', '\t', one, none, long, work, '(delete)', '\0'), fc.string());
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('pre-push' as const, 'pre-receive' as const), (input, hook) => {
      try {
        for (const { branch, oldTip, newTip } of parseUpdates(input, hook)) {
          expect(branch).toMatch(/^\S+$/);
          for (const tip of [oldTip, newTip]) if (tip !== null) expect(tip).toMatch(/^[0-9a-f]{40,64}$/);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
        const { en, fr } = (error as Failure).words;
        expect(en[0]).not.toBe(fr[0]);
        expect([en[1], fr[1]]).toEqual([expect.stringContaining(hook), expect.stringContaining(hook)]);
      }
    }),
    { numRuns: 500 },
  );
});

test('lines that git writes come back', () => {
  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 });
  const ref = fc
    .string({ unit: fc.constantFrom('a', 'é', '/', '-'), minLength: 1 })
    .map((name) => `refs/heads/${name}`);
  const shown = (name: string) => (name === none ? null : name);
  const id = fc.oneof(hex, fc.constant(none));
  const lines = fc.uniqueArray(fc.tuple(ref, id, id), { selector: ([name]) => name });
  fc.assert(
    fc.property(lines, (pushed) => {
      const updates = pushed.map(([name, newTip, oldTip]) =>
        update(shown(newTip), shown(oldTip), name.slice('refs/heads/'.length)),
      );
      const push = pushed.map(([name, newTip, oldTip]) => `${name} ${newTip} ${name} ${oldTip}\n`);
      const receive = pushed.map(([name, newTip, oldTip]) => `${oldTip} ${newTip} ${name}\n`);
      expect(parseUpdates(push.join(''), 'pre-push')).toEqual(updates);
      expect(parseUpdates(receive.join(''), 'pre-receive')).toEqual(updates);
    }),
  );
});
