import { expect, test } from 'vitest';
import { Repository, type RunOptions } from '../helpers/repository.ts';
import {
  at,
  entry,
  inSprint,
  journal,
  journal3,
  journalPath,
  opening,
  sprintFiles,
  withOrigin,
} from '../helpers/sprint.ts';

interface Scene {
  readonly repository: Repository;
  readonly args: readonly string[];
  readonly options?: RunOptions;
}

const delivered = (fields = {}) => ({ [journal3]: journal(opening(), entry(fields)), 'src/app.txt': 'search\n' });
const commit = (repository: Repository, ...args: readonly string[]): Scene => ({
  repository,
  args: ['pre-commit', ...args],
});

/** The template of the notes as it stands there, whose context is not YAML. */
const template = `- who: ChatGPT
  when: ${at(-1)}
  topic: "Sprint S3 — validation prod"
  did: "Ajouté la recherche – 検索 🚀"
  ask: "Ouvrir /search"
  context: env: https://stage.example.app ; PR: Sprint S3
  status: pending
`;

/** An entry on one line, in which wide characters and a tab stand before the mistake; lines end in CR LF. */
const wide = `- { who: ChatGPT, when: "${at(-1)}",\r
    topic: Sprint S3,\tdid: "検索 🚀 é", status: finished, ask: "Ouvrir /search", context: stage }\r
`;

function push(...args: readonly string[]): Scene {
  const { repository, origin } = withOrigin();
  repository.commit(-3, { 'src/app.txt': 'in a hurry\n' });
  const input = `refs/heads/work ${repository.git('rev-parse', 'HEAD')} refs/heads/work ${'0'.repeat(40)}\n`;
  return { repository, args: ['pre-push', 'origin', origin.path, ...args], options: { input } };
}

const scenes: Readonly<Record<string, () => Scene>> = {
  'refused after the freeze': () =>
    commit(inSprint(40).stage({ [journal3]: journal(opening(40), entry()), 'src/app.txt': 'search\n' })),
  'refused without a journal': () =>
    commit(
      inSprint()
        .stage({ ...sprintFiles(0, 4), [journalPath(4)]: null })
        .write({ [journalPath(4)]: journal(opening()) }),
    ),
  'refused for a topic of another sprint': () => commit(inSprint().stage(delivered({ topic: 'Sprint S2 — search' }))),
  'refused for a word that the schema does not have': () => commit(inSprint().stage(delivered({ status: 'finished' }))),
  'refused without an entry': () => commit(inSprint().stage({ 'src/app.txt': 'search\n' })),
  'refused for YAML that is none': () => commit(inSprint().stage({ [journal3]: `${journal(opening())}\n${template}` })),
  'refused behind wide characters': () =>
    commit(inSprint().stage({ [journal3]: `${journal(opening()).replaceAll('\n', '\r\n')}\r\n${wide}` })),
  'refused for three things at once': () =>
    commit(
      inSprint().stage({
        ...delivered({ when: at(-30), asks: 'Open /search.', ask: undefined, context: '…' }),
        'docs/sprints/S3/RETRO.md': null,
        'web/.env.local': 'KEY=1\n',
      }),
    ),
  'refused in French': () =>
    commit(
      inSprint().stage({ [journal3]: `${journal(opening())}\n${template}`, '.env.local': 'KEY=1\n' }),
      '--lang',
      'fr',
    ),
  'refused in French without an entry': () => commit(inSprint().stage({ 'src/app.txt': 'search\n' }), '--lang', 'fr'),
  'a push refused': () => push(),
  'a push refused in GitHub Actions': () => {
    const { options, ...scene } = push();
    return { ...scene, options: { ...options, env: { GITHUB_ACTIONS: 'true' } } };
  },
  'a pass': () => commit(inSprint().stage(delivered())),
  'a pass with warnings': () =>
    commit(inSprint().stage({ ...delivered({ when: at(-9) }), 'docs/sprints/S3/RETRO.md': null })),
  'a pass of a range': () => {
    const { repository } = withOrigin();
    return { repository, args: ['check', '--from', 'main'] };
  },
  'a pass on a branch that is not judged': () => {
    const repository = inSprint().config(-4, { branches: ['work'] });
    repository.git('checkout', '--quiet', '-b', 'side');
    return commit(repository.stage({ 'src/app.txt': 'search\n' }));
  },
  'a config that changes': () =>
    commit(inSprint().stage({ ...delivered(), '.sprint-checkrc.json': '{ "timebox": 30 }\n' })),
  'a config that is wrong': () =>
    commit(inSprint().stage({ ...delivered(), '.sprint-checkrc.json': '{\n  "timebx": 30\n}\n' }), '--lang', 'fr'),
  'wrong usage': () => ({ repository: inSprint(), args: ['pre-comit'] }),
  'wrong usage in French': () => ({
    repository: inSprint(),
    args: ['--formt', 'json'],
    options: { env: { LANG: 'fr_FR' } },
  }),
  'not a repository': () => commit(Repository.create().write({ '.git': null })),
  'a rule explained': () => ({ repository: inSprint(), args: ['explain', 'journal/not-staged'] }),
  'a rule explained in French': () => ({ repository: inSprint(), args: ['explain', 'freeze/closed', '--lang', 'fr'] }),
  'the rules in French': () => ({ repository: inSprint(), args: ['explain', '--lang', 'fr'] }),
  'the help': () => ({ repository: inSprint(), args: ['--help'] }),
  'the help of a command in French': () => ({ repository: inSprint(), args: ['check', '--help', '--lang', 'fr'] }),
};

const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|\+00:00)|(?<![:\w])\d\d:\d\d(?![:\w])/g;
const settledTime = (written: string) => (written.length === 5 ? '14:00' : '2026-11-22T14:00:00+00:00');

/** Output with what differs from run to run made the same. */
function settled(output: string, repository: Repository): string {
  return (
    output
      .replaceAll(repository.open('..').path, '/home/dev')
      // Around midnight a time is given with its date.
      .replace(/\b\d{4}-\d\d-\d\d (?=\d\d:\d\d)/g, '')
      .replace(time, settledTime)
      .replace(/\d+ min \d\d s/g, '12 min 00 s')
      .replace(/\b[0-9a-f]{40}\b/g, '0123456789'.repeat(4))
      .replace(/\b[0-9a-f]{10}\b/g, '0123456789')
  );
}

test.each(Object.entries(scenes))('%s', async (name, make) => {
  const { repository, args, options } = make();
  const { exit, stdout, stderr } = repository.cli(args, options);
  const output = settled(`${stdout}${stderr}`, repository);
  expect(output).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{/);
  const command = settled(`$ sprint-check ${args.join(' ')}`, repository);
  await expect(`${command}\n${output}exit ${exit}\n`).toMatchFileSnapshot(
    `transcripts/${name.replaceAll(' ', '-')}.txt`,
  );
});
