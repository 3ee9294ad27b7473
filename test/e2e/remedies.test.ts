import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/list.ts';
import { type Edit, nothing, obey } from '../helpers/obey.ts';
import { append, begun, check, fourth, knowsPO, log, read, replace, third } from '../helpers/remedies.ts';
import { Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  code,
  entry,
  type Fields,
  inSprint,
  journal,
  journal3,
  journalPath,
  notes,
  opening,
  second,
  sprintFiles,
  withOrigin,
} from '../helpers/sprint.ts';
import { expectFindings, type Verdict } from '../helpers/verdict.ts';

interface Case {
  /** Leads to the refusal. */
  readonly refused: () => [Repository, Verdict];
  readonly edit?: Edit;
  /** What is tried again; a commit with all that is staged where this is left out. */
  readonly again?: (repository: Repository) => Verdict;
}

const covered = new Set<string>();

/** Each case is refused by its rule alone, and passes once its help was obeyed. */
function remedies(cases: readonly (readonly [rule: string, name: string, of: Case])[]): void {
  test.each(cases)('%s: %s', (rule, _, { refused, edit = nothing, again }) => {
    const [repository, verdict] = refused();
    expectFindings(verdict, [rule]);
    obey(repository, verdict.diagnostic(rule).help, edit);
    const passed = again ? again(repository) : repository.tryCommit();
    expect(passed.findings('error'), String(passed)).toEqual([]);
    expect(passed.exit, String(passed)).toBe(0);
    expect(repository.git('branch', '--show-current')).toBe('work');
  });
  for (const [rule] of cases) covered.add(rule);
}

describe('of a commit that is being made', () => {
  const trying = (files: Parameters<Repository['try']>[0], repository = inSprint()): [Repository, Verdict] => [
    repository,
    repository.try({ ...code, ...files }),
  ];
  const wrong = (from: string | RegExp, to: string) => () =>
    trying({ [journal3]: journal(opening(), second).replace(from, to) });
  /** Puts the value that a help shows in the place of what stands behind its key, in the last entry. */
  const value = (shown: string) => (repository: Repository) => {
    const key = shown.slice(0, shown.indexOf(':'));
    const lines = read(repository).trimEnd().split('\n');
    const index = lines.findLastIndex((line) => line.trimStart().startsWith(`${key}:`) || line.startsWith(`- ${key}:`));
    lines[index] = (lines[index] ?? '').replace(new RegExp(`${key}:.*$`), () => shown);
    repository.write({ [journal3]: `${lines.join('\n')}\n` }).git('add', journal3);
  };
  const shown = (rule: string, from: string | RegExp, to: string): readonly [string, string, Case] => [
    rule,
    to,
    { refused: wrong(from, to), edit: (repository) => value(helpOf(repository, rule))(repository) },
  ];
  const helpOf = (repository: Repository, rule: string) => repository.check(['pre-commit']).diagnostic(rule).help;
  const frozen = (files: Parameters<Repository['try']>[0]) => () => trying(files, inSprint(30));

  remedies([
    ['sprint/unknown', 'nothing there', { refused: () => trying({}, Repository.create().hook('pre-commit')) }],
    [
      'sprint/reopened',
      'an earlier number',
      {
        refused: () =>
          trying({
            'PO_NOTES.md': notes({ sprint_id: 2, interaction_log: undefined }),
            'docs/sprints/S2/INTERACTIONS.yaml': journal(opening(4, { topic: 'Sprint S2' })),
          }),
        edit: (repository) => append(repository.write({ 'PO_NOTES.md': notes() }), second).git('add', journal3),
      },
    ],
    [
      'notes/header',
      'a start that is mistyped, and is to stay what it was',
      {
        refused: () => trying({ ...log(opening(), second), 'PO_NOTES.md': notes({ started_at: '"yesterday"' }) }),
        edit: (repository) =>
          repository.stage({
            'PO_NOTES.md': notes({ started_at: helpOf(repository, 'notes/header').replace('started_at: ', '') }),
          }),
      },
    ],
    [
      'notes/log-path',
      'the journal of another sprint',
      {
        refused: () =>
          trying({ ...log(opening(), second), 'PO_NOTES.md': notes({ interaction_log: './docs/S3.yaml' }) }),
        edit: (repository) => {
          replace(repository, './docs/S3.yaml', `./${journal3}`, 'PO_NOTES.md').git('add', 'PO_NOTES.md');
        },
      },
    ],
    [
      'journal/missing',
      'a sprint without its files',
      {
        refused: () =>
          trying({ 'PO_NOTES.md': notes({ sprint_id: 4, started_at: at(0), interaction_log: undefined }) }),
      },
    ],
    [
      'journal/missing',
      'a journal that is deleted, and its answer is kept',
      {
        refused: () => {
          const repository = inSprint();
          repository.commit(-4, log(opening(), answer()));
          return [repository, repository.try({ ...code, [journal3]: null })];
        },
        again: (repository) => {
          expect(read(repository)).toContain('"PO"');
          return repository.tryCommit();
        },
      },
    ],
    [
      'journal/missing',
      'a journal that the commit to be amended deleted',
      {
        refused: () => {
          const repository = inSprint();
          repository.commit(-4, { ...code, [journal3]: null });
          return [repository, repository.tryCommit('--amend')];
        },
        again: (repository) => repository.tryCommit('--amend'),
      },
    ],
    [
      'journal/missing',
      'a journal that an earlier commit deleted, and its entry is kept',
      {
        refused: () => {
          const repository = inSprint();
          repository.commit(-4, { [journal3]: null });
          return trying(code, repository);
        },
        again: (repository) => {
          expect(read(repository)).toContain('Read the plan.');
          return repository.tryCommit();
        },
      },
    ],
    [
      'journal/missing',
      'a journal that an amend deletes, and the entry of the commit that it amends is kept',
      {
        refused: () => {
          const repository = inSprint();
          repository.commit(-4, { ...code, ...log(opening(), second) });
          return [repository, repository.stage({ [journal3]: null }).tryCommit('--amend')];
        },
        again: (repository) => {
          expect(read(repository)).toContain('Delivered the filter.');
          return repository.tryCommit('--amend');
        },
      },
    ],
    [
      'journal/missing',
      'a link in the place of all sprints',
      {
        refused: () => {
          const repository = append(inSprint(), second);
          repository.run('mv', ['docs/sprints', 'real']);
          return trying({ 'docs/sprints': { link: '../real' } }, repository);
        },
        edit: (repository) => {
          repository.run('rm', ['docs/sprints']);
          repository.run('mv', ['real', 'docs/sprints']);
        },
      },
    ],
    [
      'journal/missing',
      'a file in the place of all sprints',
      { refused: () => trying({ 'docs/sprints/S3': null, 'docs/sprints': 'See the wiki.\n' }) },
    ],
    [
      'journal/missing',
      'a journal on disk alone',
      {
        refused: () => {
          const repository = inSprint();
          repository.git('rm', '--quiet', '--cached', journal3);
          return [append(repository, second) && repository, repository.stage(code).tryCommit()];
        },
      },
    ],
    [
      'journal/unreadable',
      'UTF-16',
      {
        refused: () => trying({ [journal3]: Buffer.from(`\ufeff${journal(opening(), second)}`, 'utf16le') }),
        edit: (repository) => repository.stage(log(opening(), second)),
      },
    ],
    shown('journal/syntax', '"Delivered the filter."', 'env: https://a.example ; PR: #3'),
    shown('journal/schema', '"Delivered the filter."', '1.10'),
    shown('journal/schema', '"Delivered the filter."', '#12 fixed'),
    shown('journal/who', /"ChatGPT"(?=[^"]*$|(?:[^"]*"[^"]*")*[^"]*$)(?![\s\S]*"ChatGPT")/, 'Bob'),
    shown('journal/self-answered', /"pending"(?![\s\S]*"pending")/, 'done'),
    shown('journal/topic', /"Sprint S3 — validation prod"(?![\s\S]*"Sprint S3)/, '"Sprint S4 — validation prod"'),
    [
      'journal/history',
      'an answered entry gone',
      {
        refused: () => {
          const repository = inSprint();
          repository.commit(-4, log(opening(), answer()));
          return trying(log(answer(), second), repository);
        },
        edit: (repository) => repository.write(log(opening(), answer(), second)),
      },
    ],
    [
      'journal/history',
      'an entry put before another',
      { refused: () => trying(log(second, opening())), edit: (repository) => repository.write(log(opening(), second)) },
    ],
    [
      'journal/po-identity',
      'an answer of the developer’s',
      {
        refused: () => trying(log(opening(), answer(), second), inSprint().config(-4, { po: ['po@example.com'] })),
        edit: (repository) => repository.write(log(opening(), second)),
      },
    ],
    ['journal/not-staged', 'nothing written', { refused: () => trying({}) }],
    ['journal/not-staged', 'an entry on disk alone', { refused: () => trying({}, append(inSprint(), second)) }],
    ['freeze/closed', 'code after the freeze', { refused: frozen({}) }],
    ['freeze/closed', 'code and an entry', { refused: frozen(log(opening(30), second)) }],
    [
      'freeze/closed',
      'code, and the next sprint is open and not staged',
      {
        refused: () => {
          const repository = inSprint(30);
          expect(repository.cli(['start']).exit).toBe(0);
          return trying(code, repository);
        },
        again: (repository) => {
          expect(repository.git('ls-files', 'docs/sprints')).not.toContain('S5');
          return repository.tryCommit();
        },
      },
    ],
    [
      'freeze/moved',
      'a later start',
      {
        refused: () => trying({ ...log(opening(), second), 'PO_NOTES.md': notes({ started_at: at(-1) }) }),
        edit: (repository) => repository.write({ 'PO_NOTES.md': notes() }),
      },
    ],
    [
      'freeze/moved',
      'a header that is lost',
      {
        refused: () =>
          trying({ ...log(opening(4), second), 'PO_NOTES.md': notes().replace('```yaml', '```text') }, inSprint(6)),
        edit: (repository) => repository.write({ 'PO_NOTES.md': notes({ started_at: at(-6) }) }),
      },
    ],
    [
      'freeze/future',
      'a start that has not come',
      {
        refused: () => trying({ ...sprintFiles(-10, 4), [journal3]: journal(opening(), answer()) }),
        edit: (repository) => {
          const { help } = repository.check(['pre-commit']).diagnostic('freeze/future');
          const now = /started_at: (\S+)/.exec(help)?.[1] ?? '';
          replace(repository, /started_at: \S+/, `started_at: ${now}`, 'PO_NOTES.md');
        },
      },
    ],
    [
      'freeze/unknown',
      'a sprint that only the PO wrote in',
      {
        refused: () => {
          const repository = Repository.create().hook('pre-commit');
          const files = { ...sprintFiles(5, 3, [answer()]), 'PO_NOTES.md': notes({ started_at: undefined }) };
          return [repository, repository.try(files)];
        },
        edit: (repository) => repository.write({ 'PO_NOTES.md': notes() }),
      },
    ],
    [
      'secrets/env-local',
      'a file of secrets',
      { refused: () => trying({ ...log(opening(), second), '.env.local': 'KEY=1\n' }) },
    ],
    [
      'secrets/env-local',
      'one that was edited since, beside a .gitignore whose last line has no end',
      {
        refused: () => {
          const repository = inSprint().write({ '.gitignore': 'node_modules' });
          const refused = trying({ ...log(opening(), second), '.env.local': 'KEY=1\n' }, repository);
          repository.write({ '.env.local': 'KEY=2\n' });
          return refused;
        },
        again: (repository) => {
          repository.write({ 'node_modules/a': '' }).git('add', '--all');
          expect(read(repository, '.env.local')).toBe('KEY=2\n');
          expect(repository.git('ls-files', 'node_modules', '.env.local')).toBe('');
          return repository.tryCommit();
        },
      },
    ],
  ]);
});
/** After the freeze, commits made in time have been rebased onto a mate's, pushed in between. */
function rebased(option = '--no-progress'): Repository {
  const { repository } = withOrigin(30);
  repository.commit(-25, { 'src/filter.txt': 'filter\n', ...log(opening(30), second) });
  repository.git('push', '--quiet', '--no-verify', option, 'origin', 'work');
  const mate = repository.clone('mate', '--branch=work', '--origin=origin');
  mate.git('pull', '--quiet', repository.open('../origin.git').url, 'work');
  mate.commit(-24, { 'src/mate.txt': 'mate\n', ...log(opening(30), second, third) });
  mate.git('push', '--quiet', '--no-verify', join(repository.path, '../origin.git'), 'work');
  repository.commit(-23, {
    'src/mine.txt': 'mine\n',
    'docs/sprints/S3/PLAN.md': 'mine\n',
    ...log(opening(30), second, fourth),
  });
  repository.git('fetch', '--quiet', 'origin');
  repository.run('git', ['rebase', 'origin/work']);
  repository.write(log(opening(30), second, third, fourth)).git('add', journal3);
  repository.git('-c', 'core.editor=true', 'rebase', '--continue');
  return repository;
}

/** Nothing of what was done since the rebase is lost. */
function afterRebase(
  name: string,
  since: (repository: Repository) => unknown,
  expectKept: (repository: Repository) => unknown,
): [string, string, Case] {
  const again = (repository: Repository) => {
    expectKept(repository);
    return repository.tryPush('work');
  };
  const refused = (): [Repository, Verdict] => {
    const repository = rebased();
    since(repository);
    return [repository, repository.tryPush('work')];
  };
  return ['freeze/closed', `commits in time that a rebase dated anew, ${name}`, { refused, again }];
}

describe('of a commit that is made', () => {
  const at1 = (repository: Repository): [Repository, Verdict] => [repository, check(repository)];
  const tip =
    (files: Parameters<Repository['commit']>[1], base = begun()) =>
    () => {
      base.commit(-3, files);
      return at1(base);
    };
  type Changed = Parameters<Repository['commit']>[1];
  const inside =
    (files: Changed, then: Changed, repository = begun()) =>
    () => {
      repository.commit(-3, files);
      repository.commit(-1, then);
      return at1(repository);
    };
  /** Made in time, beside or below the PO's answer, and judged after the freeze. */
  const inTime = (files: Changed, ...answers: Changed[]) => {
    const repository = begun(30);
    repository.commit(-25, files);
    for (const answered of answers) repository.commit(-3, answered);
    return at1(repository);
  };
  const next = (repository: Repository) => {
    expect(repository.git('ls-tree', '--name-only', 'HEAD', 'docs/sprints/')).toMatch(/S4$/);
    return check(repository);
  };
  const missing = { 'src/hurry.txt': 'in a hurry\n' };
  const good = { 'src/list.txt': 'list\n', ...log(opening(), second, fourth) };
  const broken = (minutes: number, ...more: readonly Fields[]) =>
    journal(opening(minutes), second, third, ...more).replace('"Delivered the map."', '1.10');
  const unquoted = (...entries: readonly Fields[]) =>
    journal(...entries).replace('"Delivered the map."', 'env: https://a.example ; PR: #3');
  /** The keys of a header whose sprint is frozen. */
  const late = { started_at: at(-30) };

  remedies([
    ['journal/not-staged', 'at the tip', { refused: tip(missing), again: check }],
    ['journal/not-staged', 'before it', { refused: inside(missing, good), again: check }],
    [
      'journal/not-staged',
      'twice',
      {
        refused: () => {
          const repository = begun();
          repository.commit(-3, missing);
          repository.commit(-2, { 'src/other.txt': 'other\n' });
          const verdict = check(repository);
          expect(verdict.findings('error')).toHaveLength(2);
          obey(repository, verdict.report.diagnostics[0]?.help ?? '', nothing);
          // A commit in the same second as HEAD could be taken for an amend of it.
          repository.git('commit', '--quiet', '--amend', '--no-verify', '--no-edit', '--date=1 minute ago');
          return [repository.stage({ 'src/more.txt': '' }), repository.tryCommit()];
        },
        again: check,
      },
    ],
    [
      'journal/not-staged',
      'in a sprint that is frozen by now',
      {
        refused: () => {
          const repository = begun(30);
          repository.commit(-27, missing);
          return at1(repository);
        },
        again: check,
      },
    ],
    [
      'journal/not-staged',
      'where it deletes a journal without a sound entry, and the next one brings it back',
      {
        refused: () => {
          const repository = begun();
          repository.commit(-4, log(entry({ topic: 'Sprint S4' })));
          repository.git('tag', '--force', 'start');
          repository.commit(-3, { [journal3]: null });
          repository.commit(-2, { 'src/list.txt': 'list\n', ...log(opening(), second) });
          return at1(repository);
        },
        again: check,
      },
    ],
    [
      'journal/missing',
      'a journal that is tracked no longer, and what was written to it since is kept',
      {
        refused: () => {
          const repository = begun();
          repository.git('rm', '--quiet', '--cached', journal3);
          repository.commit(-3, code);
          return at1(append(repository, third) && repository);
        },
        again: (repository) => {
          expect(repository.git('show', `HEAD:${journal3}`)).toContain('Delivered the map.');
          return check(repository);
        },
      },
    ],
    [
      'journal/missing',
      'a journal deleted beside code, which the next commit brings back as it was',
      { refused: inside({ [journal3]: null, ...missing }, { ...code, ...log(opening(), second) }), again: check },
    ],
    [
      'journal/missing',
      'a journal deleted beside code, to which the PO has answered since',
      {
        refused: inside({ [journal3]: null, ...missing }, log(opening(), second, answer())),
        again: (repository) => {
          expect(repository.git('show', `HEAD:${journal3}`)).toContain('who: "PO"');
          return check(repository);
        },
      },
    ],
    [
      'journal/missing',
      'a journal deleted beside code, before the next sprint was opened',
      {
        refused: inside({ [journal3]: null, ...missing }, sprintFiles(1, 4)),
        again: (repository) => {
          expect(repository.git('show', `HEAD:${journal3}`)).toContain('Delivered the filter.');
          return check(repository);
        },
      },
    ],
    [
      'journal/self-answered',
      'an ask closed before the tip, below which another one stands',
      {
        refused: () => {
          const closed = { ...third, status: 'done' };
          return inside({ ...missing, ...log(opening(), second, closed) }, log(opening(), second, closed, fourth))();
        },
        edit: (repository) => replace(repository, '"done"', '"pending"'),
        again: check,
      },
    ],
    ['journal/missing', 'a journal deleted at the tip', { refused: tip({ [journal3]: null }), again: check }],
    [
      'journal/history',
      'a journal deleted before the tip',
      {
        refused: inside({ [journal3]: null }, code),
        again: check,
      },
    ],
    [
      'journal/history',
      'a journal untracked before the tip, and what was written to it since is kept',
      {
        refused: () => {
          const repository = begun();
          repository.git('rm', '--quiet', '--cached', journal3);
          repository.commit(-3);
          repository.commit(-2, code);
          return at1(append(repository, third) && repository);
        },
        again: (repository) => {
          expect(repository.git('show', `HEAD:${journal3}`)).toContain('Delivered the map.');
          return check(repository);
        },
      },
    ],
    [
      'journal/history',
      'an answer reverted',
      {
        refused: () => {
          const repository = begun();
          repository.commit(-4, log(opening(), second, answer()));
          repository.gitAt(-3, 'revert', '--no-edit', 'HEAD');
          return at1(repository);
        },
        again: check,
      },
    ],
    [
      'journal/history',
      'an answer altered before the tip',
      {
        refused: () => {
          const repository = begun();
          repository.commit(-4, log(opening(), second, answer()));
          repository.commit(-3, log(opening(), second, answer({ details: 'All.' })));
          repository.commit(-2, { ...code, ...log(opening(), second, answer({ details: 'All.' }), third) });
          return at1(repository);
        },
        edit: (it) => it.write(log(opening(), second, answer(), third)),
        again: check,
      },
    ],
    [
      'journal/po-identity',
      'an answer of the developer’s alone, after the freeze',
      {
        refused: () => {
          const repository = knowsPO(30);
          repository.commit(-3, log(opening(30), second, answer()));
          return at1(repository);
        },
        again: check,
      },
    ],
    [
      'journal/po-identity',
      'an answer of the developer’s alone, with an entry after it',
      {
        refused: () => {
          const repository = knowsPO();
          repository.commit(-3, log(opening(), second, answer()));
          repository.commit(-2, { ...code, ...log(opening(), second, answer(), third) });
          return at1(repository);
        },
        edit: (it) => it.write(log(opening(), second, third)),
        again: check,
      },
    ],
    [
      'journal/schema',
      'at the tip',
      {
        refused: tip({ ...code, [journal3]: broken(5) }),
        edit: (it) => it.write(log(opening(), second, third)),
        again: check,
      },
    ],
    [
      'journal/schema',
      'before it, mended later',
      { refused: inside({ ...code, [journal3]: broken(5) }, log(opening(), second, third)), again: check },
    ],
    [
      'journal/schema',
      'of the PO’s, on a web page',
      {
        refused: tip(log(opening(), second, answer({ reply: 'ok' }))),
        edit: (it) => it.write(log(opening(), second, answer())),
        again: check,
      },
    ],
    [
      'journal/history',
      'an answer altered',
      {
        refused: () => {
          const repository = begun();
          repository.commit(-4, log(opening(), second, answer()));
          repository.commit(-3, { ...code, ...log(opening(), second, answer({ details: 'All.' }), third) });
          return at1(repository);
        },
        edit: (it) => it.write(log(opening(), second, answer(), third)),
        again: check,
      },
    ],
    [
      'journal/history',
      'an answer at the top of the journal, after the freeze',
      {
        refused: () => {
          const repository = begun(30);
          repository.commit(-2, log(answer(), opening(30), second));
          return at1(repository);
        },
        edit: (it) => it.write(log(opening(30), second, answer())),
        again: (repository) => {
          expect(read(repository, 'PO_NOTES.md')).toContain('sprint_id: 3');
          return check(repository);
        },
      },
    ],
    [
      'secrets/env-local',
      'at the tip',
      { refused: tip({ '.env.local': 'KEY=1\n', ...log(opening(), second, third) }), again: check },
    ],
    [
      'secrets/env-local',
      'before it',
      {
        refused: inside(
          { '.env.local': 'KEY=1\n', ...log(opening(), second, third) },
          { 'src/list.txt': '', ...log(opening(), second, third, fourth) },
        ),
        again: check,
      },
    ],
    [
      'journal/syntax',
      'an entry made in time, that is no YAML, after the freeze',
      {
        refused: () => inTime({ [journal3]: unquoted(opening(30), second, third) }),
        edit: (it) => it.write(log(opening(30), second, third)),
        again: next,
      },
    ],
    [
      'notes/header',
      'code made in time, after the freeze',
      {
        refused: () =>
          inTime({
            ...code,
            ...log(opening(30), second, third),
            'PO_NOTES.md': notes({ ...late, goal: 'Fix: login' }),
          }),
        edit: (it, line) =>
          line.startsWith('goal') && it.write({ 'PO_NOTES.md': notes({ ...late, goal: '"Fix: login"' }) }),
        again: next,
      },
    ],
    [
      'notes/header',
      'the commit that opens the next sprint, after the freeze of the last',
      {
        refused: () => {
          const opened = { sprint_id: 4, started_at: at(-5), goal: 'Fix: login' };
          const repository = begun(30);
          repository.commit(-5, {
            ...sprintFiles(5, 4),
            'PO_NOTES.md': notes(opened),
            ...log(opening(30), second, answer()),
          });
          return at1(repository);
        },
        edit: (it, line) =>
          line.startsWith('goal') &&
          it.write({ 'PO_NOTES.md': notes({ sprint_id: 4, started_at: at(-5), goal: '"Fix: login"' }) }),
        again: next,
      },
    ],
    [
      'notes/log-path',
      'below the PO’s answer, which stays, after the freeze',
      {
        refused: () => {
          const wrong = {
            ...code,
            ...log(opening(30), second, third),
            'PO_NOTES.md': notes({ ...late, interaction_log: './docs/S3.yaml' }),
          };
          return inTime(wrong, log(opening(30), second, third, answer()));
        },
        edit: (it, line) => line.startsWith('interaction_log') && it.write({ 'PO_NOTES.md': notes(late) }),
        again: (repository) => {
          expect(repository.git('show', `HEAD~1:${journal3}`)).toContain('who: "PO"');
          return next(repository);
        },
      },
    ],
    [
      'journal/schema',
      'an entry below the PO’s answer, which stays, after the freeze',
      {
        refused: () => {
          const wrong = (...more: readonly Fields[]) => ({ [journal3]: broken(30, ...more) });
          return inTime(wrong(), wrong(answer()));
        },
        edit: (it) => it.write(log(opening(30), second, third, answer())),
        again: (repository) => {
          expect(repository.git('show', `HEAD~1:${journal3}`)).toContain('who: "PO"');
          return next(repository);
        },
      },
    ],
    [
      'journal/missing',
      'a journal that was never added, and lies on disk',
      {
        refused: () => {
          const repository = begun();
          const four = notes({ sprint_id: 4, started_at: at(-3) });
          repository.commit(-3, { ...code, 'PO_NOTES.md': four, ...log(opening(), second, answer()) });
          repository.commit(-2, { 'src/more.txt': '' });
          repository.write({ [journalPath(4)]: journal(entry({ topic: 'Sprint S4' })) });
          return at1(repository);
        },
        again: next,
      },
    ],
    [
      'freeze/moved',
      'before the tip',
      {
        refused: inside(
          { 'PO_NOTES.md': notes({ started_at: at(-3) }), ...log(opening(), second, third) },
          log(opening(), second, third, fourth),
        ),
        edit: (it) => it.write({ 'PO_NOTES.md': notes() }),
        again: check,
      },
    ],
    [
      'freeze/future',
      'a commit of a clock that is an hour ahead',
      {
        refused: () => {
          const repository = begun();
          repository.commit(60, { ...code, ...log(opening(), second, third) });
          return at1(repository);
        },
        again: check,
      },
    ],
    [
      'freeze/closed',
      'code after the freeze, with --no-verify',
      { refused: tip({ ...code, ...log(opening(30), second, third) }, begun(30)), again: check },
    ],
    [
      'freeze/closed',
      'code after the freeze, before the commit that opens the next sprint, which takes it',
      {
        refused: inside(
          { ...code, ...log(opening(30), second, third) },
          {
            ...{ 'PO_NOTES.md': notes({ sprint_id: 4, started_at: at(-1) }) },
            [journalPath(4)]: journal(entry({ topic: 'Sprint S4' })),
            ...log(opening(30), second, third, answer()),
          },
          begun(30),
        ),
        again: (repository) => {
          expect(repository.git('ls-tree', '--name-only', 'HEAD', 'docs/sprints/')).not.toContain('S5');
          return check(repository);
        },
      },
    ],
    [
      'sprint/reopened',
      'a frozen sprint, after the one that followed it',
      {
        refused: () => {
          const repository = begun(30);
          const four = { 'PO_NOTES.md': notes({ sprint_id: 4, started_at: at(-5) }) };
          const entries = (...more: readonly Fields[]) => ({
            [journalPath(4)]: journal(entry({ topic: 'Sprint S4', when: at(-5) }), ...more),
          });
          repository.commit(-5, { ...four, ...entries(), ...log(opening(30), second, answer()) });
          repository.commit(-1, {
            ...{ ...code, ...entries(entry({ topic: 'Sprint S4' })) },
            'PO_NOTES.md': notes({ started_at: at(-30) }),
          });
          const [, verdict] = at1(repository);
          expect(verdict.diagnostic('sprint/reopened').help.split('\n')).toHaveLength(5);
          return [repository, verdict];
        },
        edit: (it) => it.write({ 'PO_NOTES.md': notes({ sprint_id: 4, started_at: at(-5) }) }),
        again: check,
      },
    ],
    ...['--set-upstream', '--no-progress'].map((option): [string, string, Case] => [
      'freeze/closed',
      `commits in time that a rebase dated anew, pushed with ${option}`,
      {
        refused: () => {
          const repository = rebased(option);
          return [repository, repository.tryPush('work')];
        },
        again: (repository) => repository.tryPush('work'),
      },
    ]),
    ...[
      afterRebase(
        'and an answer on top is kept',
        (it) => it.commit(-1, log(opening(30), second, third, fourth, answer())),
        (it) => expect(read(it)).toContain('"PO"'),
      ),
      afterRebase(
        'and an amend of the last one is kept',
        (it) => it.commit(-1, { 'src/mine.txt': 'amended\n' }, '--amend'),
        (it) => expect(read(it, 'src/mine.txt')).toBe('amended\n'),
      ),
      afterRebase(
        'and the next sprint on top is kept, and no other opened',
        (it) => it.commit(-2, sprintFiles(2, 4)),
        (it) => expect(it.git('ls-tree', '--name-only', 'HEAD', 'docs/sprints/')).toMatch(/S4$/),
      ),
      afterRebase(
        'and another branch that the user is on is kept',
        (it) => it.git('switch', '--quiet', 'main'),
        (it) => expect(it.git('rev-parse', 'main')).toBe(it.git('rev-parse', 'origin/main')),
      ),
    ],
    [
      'journal/not-staged',
      'with a merge behind it, and nothing is lost of what was changed there',
      {
        refused: () => {
          const repository = begun();
          repository.commit(-3, missing);
          repository.git('checkout', '--quiet', '-b', 'side', 'HEAD~1');
          repository.commit(-3, { 'src/side.txt': 'side\n', ...log(opening(), second, third) });
          repository.git('checkout', '--quiet', 'work');
          repository.gitAt(-2, 'merge', '--quiet', '--no-ff', '--no-commit', 'side');
          repository.commit(-2, { 'src/fix.txt': 'fix\n', ...log(opening(), second, third, fourth) });
          return at1(repository);
        },
        again: (repository) => {
          const files = repository.git('ls-tree', '--name-only', 'HEAD', 'src/').split('\n');
          expect(files).toEqual(['app', 'filter', 'fix', 'hurry', 'side'].map((name) => `src/${name}.txt`));
          return check(repository);
        },
      },
    ],
  ]);
});
test('every rule that refuses a commit has a case here', () => {
  const refusing = rules.filter(
    ({ severity, where }) => severity === 'error' && where !== 'push' && where !== 'request',
  );
  expect([...covered].sort()).toEqual(refusing.map(({ id }) => id).sort());
});
