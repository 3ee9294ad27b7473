import { lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  entry,
  inSprint,
  journal,
  journal3,
  journalPath,
  opening,
  refusal,
  sprintFiles,
} from '../helpers/sprint.ts';

const read = (repository: Repository, path = journal3) => readFileSync(join(repository.path, path));
const textOf = (repository: Repository, path = journal3) => read(repository, path).toString('utf8');
const sound = journal(opening());

/** A repository in sprint 3 whose journal on disk has this content. */
function withJournal(content: string | Buffer): Repository {
  return inSprint().write({ [journal3]: content });
}

/** The journal's text after `fix`, which has to succeed. */
function fixed(content: string | Buffer): string {
  const repository = withJournal(content);
  const { exit, stderr } = repository.cli(['fix']);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return textOf(repository);
}

describe('what has one right answer', () => {
  const template = (context: string, status = 'pending') => `# the journal\r
- who: ChatGPT\r
  when: ${at(-5)}\r
  topic:   Sprint S3 — validation prod\r
  did: |\r
    - Implémenté : la recherche\r
  ask: >-\r
    Tester\r
  context: ${context}   # where\r
  status: ${status}`;

  test('the seed’s template gets its quotes, and keeps every other byte', () => {
    const before = template('env: https://stage.example.app ; PR: Sprint S3').replace('   # where', '');
    expect(fixed(before)).toBe(template('"env: https://stage.example.app ; PR: Sprint S3"').replace('   # where', ''));
  });

  test.each([
    ['a text that starts with @', 'topic: @PO Sprint S3', 'topic: "@PO Sprint S3"'],
    ['a text that starts with a backtick', 'topic: `npm test` Sprint S3', 'topic: "`npm test` Sprint S3"'],
    ['a text in stars', 'topic: *Sprint S3*', 'topic: "*Sprint S3*"'],
    ['a text that starts with !', 'topic: !wichtig Sprint S3', 'topic: "!wichtig Sprint S3"'],
    ['a reply in small letters', 'who: po', 'who: PO'],
  ])('%s', (_, written, right) => {
    const [key = ''] = written.split(':');
    const line = (value: string) => sound.replace(new RegExp(`${key}: .*`), value);
    expect(fixed(line(written))).toBe(line(right));
  });

  test('the case of fixed words', () => {
    const wrong = `${sound.replace('"pending"', 'Pending')}- who: 'po'\n  topic: Sprint S3\n  reply: ok\n  action: NONE\n`;
    expect(fixed(wrong)).toBe(
      `${sound.replace('"pending"', 'pending')}- who: 'PO'\n  topic: Sprint S3\n  reply: OK\n  action: none\n`,
    );
  });

  test('a byte order mark goes', () => expect(fixed(`\ufeff${sound}`)).toBe(sound));

  test('UTF-16 in either byte order becomes UTF-8', () => {
    const little = Buffer.from(`\ufeff${sound}`, 'utf16le');
    expect(fixed(little)).toBe(sound);
    expect(fixed(Buffer.from(little).swap16())).toBe(sound);
  });

  test('line ends become those of the majority, LF on a tie', () => {
    expect(fixed(sound.replace('\n', '\r\n'))).toBe(sound);
    const crlf = sound.replaceAll('\n', '\r\n');
    expect(fixed(crlf.replace(/\r\n$/, '\n'))).toBe(crlf);
    expect(fixed('# a\r\n- b\n')).toBe('# a\n- b\n');
  });

  test('tabs in indentation become spaces', () => {
    const spaced = `- who: ChatGPT\n  did: |\n    one\n      two\n  topic: Sprint S3\n`;
    expect(fixed(spaced.replace(/^( {2})+/gm, (indentation) => '\t'.repeat(indentation.length / 2)))).toBe(spaced);
  });

  test('all lines whose tabs become spaces are said', () => {
    const tabs = journal(opening()).replace(/^ {2}/gm, '\t');
    expect(withJournal(`${sound}${tabs}`).cli(['fix']).stdout).toContain('lines 9 to 14: tabs replaced with spaces\n');
  });

  test('a second run changes nothing', () => {
    const repository = withJournal(template('env: https://a ; PR: b', 'Pending').replace('   # where', ''));
    repository.cli(['fix']);
    const once = textOf(repository);
    expect(repository.cli(['fix']).stdout).toContain('nothing to repair');
    expect(textOf(repository)).toBe(once);
  });

  test('errors that remain are named, with exit 0', () => {
    const repository = withJournal(sound.replace('"pending"', 'Pending').replace(/ {2}did: .*\n/, ''));
    const { exit, stdout } = repository.cli(['fix']);
    expect(exit).toBe(0);
    expect(stdout).toContain('line 6: status: pending');
    expect(stdout).toMatch(/INTERACTIONS\.yaml:1:\d+ {2}This entry has no did\./);
  });

  test('an answer that another name signs is not held against what a developer’s entry needs', () => {
    const repository = withJournal(`${sound}- who: Marie\n  topic: Sprint S3\n  reply: OK\n`);
    expect(repository.cli(['fix']).stdout).not.toContain('✖');
  });

  test('it says what to type next, in French too, and nothing where it is to be quiet', () => {
    const repository = withJournal(`\ufeff${sound}`);
    const { stdout } = repository.cli(['fix', '--lang', 'fr', 'INTERACTIONS.yaml'], { cwd: 'docs/sprints/S3' });
    expect(stdout).toContain('converti en UTF-8 sans marque d’ordre des octets (BOM)');
    expect(stdout).toContain('git add "INTERACTIONS.yaml"');
    repository.write({ [journal3]: `\ufeff${sound}` });
    expect(repository.cli(['fix', '--quiet'])).toMatchObject({ exit: 0, stdout: '', stderr: '' });
    expect(textOf(repository)).toBe(sound);
  });

  test('the PO’s words are left to the PO, where the config names the PO', () => {
    const repository = inSprint().config(-4, { po: ['po@example.com'] });
    const wrong = `${sound}- who: PO\n  topic: Sprint S3\n  reply: ok\n`;
    repository.write({ [journal3]: wrong }).cli(['fix']);
    expect(textOf(repository)).toBe(wrong);
    repository.cli(['fix'], { env: { GIT_AUTHOR_EMAIL: 'PO@example.com' } });
    expect(textOf(repository)).toBe(wrong.replace('ok', 'OK'));
  });
});

test('what is wrong with the PO’s words is said to be the PO’s to correct, where the config names the PO', () => {
  const repository = inSprint().config(-4, { po: ['po@example.com'] });
  const wrong = `${sound}- who: PO\n  topic: Sprint S3\n  reply: ok\n`;
  expect(repository.write({ [journal3]: wrong }).cli(['fix']).stdout).toContain(
    '    the PO has to correct it, in a commit by the PO:\n    reply: OK\n',
  );
});

describe('what it does not write', () => {
  test.each([
    ['a file that is no journal', 'PO_NOTES.md', /is not a journal/],
    ['a file outside the repository', '/etc/hosts', /is not a journal/],
    ['a file that is not there', journalPath(9), /does not exist/],
    ['a folder', 'docs/sprints/S3', /is not a journal/],
  ])('%s', (_, file, message) => {
    const { exit, stderr } = inSprint().cli(['fix', file]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('a journal that is in HEAD alone, which comes back from there', () => {
    const { exit, stderr } = inSprint()
      .write({ [journal3]: null })
      .cli(['fix']);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: expect.stringContaining(`git checkout HEAD -- "${journal3}"`),
    });
  });

  test('a journal of a sprint that was never opened, which fix has nobody open', () => {
    expect(inSprint().cli(['fix', journalPath(9)]).stderr).not.toContain('start');
  });

  test('a symbolic link, and what lies behind one', () => {
    const repository = inSprint().write({
      'elsewhere/INTERACTIONS.yaml': `\ufeff${sound}`,
      [journalPath(4)]: { link: '../../../elsewhere/INTERACTIONS.yaml' },
      'docs/sprints/S5': { link: '../../elsewhere' },
    });
    for (const sprint of [4, 5]) {
      const { exit, stderr } = repository.cli(['fix', journalPath(sprint)]);
      expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining('symbolic link') });
    }
    expect(textOf(repository, 'elsewhere/INTERACTIONS.yaml')).toBe(`\ufeff${sound}`);
    expect(lstatSync(join(repository.path, journalPath(4))).isSymbolicLink()).toBe(true);
  });

  test.each([
    ['Latin-1', Buffer.from('- who: Zoé\n', 'latin1'), /is not UTF-8/],
    ['UTF-16 with half a character', Buffer.from(`\ufeff- who: \ud800`, 'utf16le'), /UTF-16/],
    ['a Git LFS pointer', Buffer.from('version https://git-lfs.github.com/spec/v1\n'), /LFS/],
    ['over 1 MiB', Buffer.alloc(2 ** 20 + 1, '#'), /1 MiB/],
    ['nested over 64 deep', Buffer.from(`- x-a: ${'['.repeat(70)}${']'.repeat(70)}\n`), /64 deep/],
  ])('%s', (_, bytes, message) => {
    const repository = withJournal(bytes);
    const { exit, stderr } = repository.cli(['fix']);
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringMatching(message) });
    expect(read(repository).equals(bytes)).toBe(true);
  });

  test('the other files are repaired all the same', () => {
    const repository = withJournal(`\ufeff${sound}`);
    expect(repository.cli(['fix', 'PO_NOTES.md', join(repository.path, journal3)]).exit).toBe(2);
    expect(textOf(repository)).toBe(sound);
  });

  test('the index stays as it is, and the file keeps its mode', () => {
    const repository = inSprint();
    repository.run('chmod', ['755', journal3]);
    repository.stage({}).write({});
    repository.git('add', journal3);
    const index = repository.git('ls-files', '-s');
    const bytes = Buffer.from(`\ufeff${sound}`);
    repository.run('sh', ['-c', `cat > ${journal3}`], { input: bytes.toString('utf8') });
    repository.cli(['fix']);
    expect(textOf(repository)).toBe(sound);
    expect(repository.git('ls-files', '-s')).toBe(index);
    expect(statSync(join(repository.path, journal3)).mode & 0o777).toBe(0o755);
  });
});

describe('a journal that a merge left in conflict', () => {
  const first = opening(5);
  const done = { ...first, status: 'done' };
  const [mine, yours] = [entry({ when: at(-2), did: 'Mine.' }), entry({ when: at(-3), did: 'Yours.' })];

  /** Two branches that go on from `first`, the other one merged into `work`, or `work` rebased onto it. */
  function conflict(
    ours: string | Buffer,
    theirs: string | Buffer | null,
    how: 'merge' | 'rebase' = 'merge',
  ): Repository {
    const repository = inSprint(5);
    repository.git('branch', 'other');
    repository.commit(-2, { [journal3]: ours });
    repository.git('checkout', '--quiet', 'other');
    repository.commit(-1, { [journal3]: theirs });
    repository.git('checkout', '--quiet', 'work');
    expect(repository.run('git', [how, 'other']).exit).not.toBe(0);
    return repository;
  }

  test.each(['merge', 'rebase'] as const)('the PO’s answer comes before what awaits one, in a %s', (how) => {
    const repository = conflict(journal(first, mine), journal(done, refusal), how);
    const { exit, stdout } = repository.cli(['fix']);
    expect(exit).toBe(0);
    expect(stdout).toContain(`git add "${journal3}"`);
    expect(textOf(repository)).toBe(journal(done, refusal, mine));
    expect(repository.git('ls-files', '--unmerged')).not.toBe('');
    repository.git('add', journal3);
    const [command, flag] = how === 'merge' ? ['commit', '--no-edit'] : ['rebase', '--continue'];
    const { git } = repository.fire('pre-commit', ['-c', 'core.editor=true', command, flag]);
    expect(git?.exit, git?.stderr).toBe(0);
    expect(
      repository.check(['--from', 'HEAD~1']).report.diagnostics.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  test.each<[string, string | Buffer, string | Buffer]>([
    ['the PO’s', journal(first, mine), utf16(journal(done, refusal))],
    ['ours', utf16(journal(first, mine)), journal(done, refusal)],
    ['both sides’', utf16(journal(first, mine)), utf16(journal(done, refusal))],
  ])('UTF-16, of which git leaves one side on disk without marks, is merged: %s', (_, ours, theirs) => {
    const repository = conflict(ours, theirs);
    expect(read(repository).equals(Buffer.from(ours))).toBe(true);
    repository.cli(['fix']);
    expect(textOf(repository)).toBe(journal(done, refusal, mine));
    repository.git('add', journal3);
    const { git } = repository.fire('pre-commit', ['commit', '--no-edit']);
    expect(git?.exit, git?.stderr).toBe(0);
  });

  test('UTF-16 in conflict is to be merged before anything else is done', () => {
    const repository = conflict(journal(first, mine), utf16(journal(done, refusal)));
    const next = `npx sprint-check fix "${journal3}"`;
    const { exit, stderr } = repository.cli(['log', '--did', 'a', '--ask', 'b', '--context', 'c']);
    expect({ exit, stderr }).toMatchObject({ exit: 2, stderr: expect.stringContaining(next) });
    expect(repository.cli(['status']).stdout).toContain(`Next: ${next}\n`);
    expect(repository.git('ls-files', '--unmerged')).not.toBe('');
  });

  test('one that a side has deleted is left as the other has it', () => {
    const repository = conflict(journal(first, mine), null);
    expect(repository.cli(['fix']).stdout).toContain('nothing to repair');
    expect(textOf(repository)).toBe(journal(first, mine));
  });

  test('two developers’ entries stand in the order of their dates', () => {
    const repository = conflict(journal(first, mine), journal(first, yours));
    repository.cli(['fix']);
    expect(textOf(repository)).toBe(journal(first, yours, mine));
  });

  test('in a rebase the entries of the branch below come first', () => {
    const repository = conflict(journal(first, yours), journal(first, mine), 'rebase');
    repository.cli(['fix']);
    expect(textOf(repository)).toBe(journal(first, mine, yours));
  });

  test('an entry that both sides have stands once, with its comment', () => {
    const commented = journal(first, yours).replace('- who', '# the start\n- who');
    const repository = conflict(`${commented}\n${journal(mine)}`, journal(first, yours, answer()));
    repository.cli(['fix']);
    expect(textOf(repository)).toBe(journal(first, yours, answer(), mine).replace('- who', '# the start\n- who'));
  });

  test('what one side altered stands for what the other kept', () => {
    const altered = { ...first, did: 'Opened it all.' };
    const repository = conflict(journal(altered, mine), journal(first, yours));
    repository.cli(['fix']);
    expect(textOf(repository)).toBe(journal(altered, yours, mine));
  });

  test('a side that is not YAML is repaired first', () => {
    const broken = `${journal(first)}\n- who: ChatGPT\n  when: ${at(-2)}\n  topic: Sprint S3\n  did: a\n  ask: b\n  context: env: https://a ; PR: b\n  status: pending\n`;
    const repository = conflict(broken, journal(done, answer()));
    repository.cli(['fix']);
    const [, ending] = broken.split('\n\n');
    const quoted = `${ending}`.replace('env: https://a ; PR: b', '"env: https://a ; PR: b"');
    expect(textOf(repository)).toBe(`${journal(done, answer())}\n${quoted}`);
  });

  const [one, another] = ['One.', 'Another.'].map((did) => ({ ...first, did }));
  test.each([
    ['both sides altered', journal({ ...one }), journal({ ...another }), journal({ ...one }, { ...another })],
    [
      'the PO answered and the other side altered',
      journal({ ...one }, mine),
      journal(done, answer()),
      journal(done, answer(), { ...one }, mine),
    ],
  ])('what %s is left as it is, and may be kept twice', (_, ours, theirs, kept) => {
    const repository = conflict(ours, theirs);
    const before = textOf(repository);
    const { exit, stdout } = repository.cli(['fix']);
    expect(exit).toBe(0);
    expect(stdout).toContain('do not agree on entry 1. By hand, keep both');
    expect(textOf(repository)).toBe(before);
    repository.write({ [journal3]: kept }).git('add', journal3);
    const { git } = repository.fire('pre-commit', ['-c', 'core.editor=true', 'commit', '--no-edit']);
    expect(git?.exit, git?.stderr).toBe(0);
    const { diagnostics } = repository.check(['--from', 'HEAD~1']).report;
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a conflict that somebody began to resolve is left as it is', () => {
    const repository = conflict(journal(first, mine), journal(done, refusal));
    const begun = textOf(repository).replace('Mine.', 'Half resolved.');
    const { stdout } = repository.write({ [journal3]: begun }).cli(['fix']);
    expect(stdout).toContain(`git checkout --merge -- "${journal3}"`);
    expect(textOf(repository)).toBe(begun);
  });

  test('is found, whichever sprint it is of', () => {
    const repository = inSprint(5);
    repository.git('branch', 'other');
    repository.commit(-2, { ...sprintFiles(2, 4), [journal3]: journal(first, mine) });
    repository.git('checkout', '--quiet', 'other');
    repository.commit(-1, { [journal3]: journal(done, refusal) });
    repository.git('checkout', '--quiet', 'work');
    repository.run('git', ['merge', 'other']);
    expect(repository.cli(['fix']).stdout).toContain(`git add "${journal3}"`);
    expect(textOf(repository)).toBe(journal(done, refusal, mine));
  });

  test('the notes may be in conflict too', () => {
    const repository = inSprint(5);
    repository.git('branch', 'other');
    const status = (word: string) => ({ 'PO_NOTES.md': textOf(repository, 'PO_NOTES.md').replace('wip', word) });
    const ours = { ...status('one'), [journal3]: journal(first, mine) };
    const theirs = { ...status('two'), [journal3]: journal(done, refusal) };
    repository.commit(-2, ours);
    repository.git('checkout', '--quiet', 'other');
    repository.commit(-1, theirs);
    repository.run('git', ['merge', 'work']);
    expect(repository.cli(['fix']).exit).toBe(0);
    expect(textOf(repository)).toBe(journal(done, refusal, mine));
  });
});
