// `npm run demo`: what the checker does, with real commits, pushes and husky hooks, in a throw-away repository.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters, styleText } from 'node:util';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(project, 'dist', 'cli.cjs');
const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'sprint-check-demo-')));
const shop = join(root, 'shop');
fs.mkdirSync(shop);
process.on('exit', () => fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
process.on('SIGINT', () => process.exit(130));

const inColor = process.stdout.isTTY === true && !process.env.NO_COLOR;
const paint = (style, text) => (inColor ? styleText(style, text) : text);
const say = (text) => process.stdout.write(`${text}\n`);

/** The caller's environment, without their git, home and language. */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(GIT_|HUSKY$|LC_|LANG|FORCE_COLOR$)/i.test(name)),
  ),
  ...{ HOME: root, USERPROFILE: root, XDG_CONFIG_HOME: root, LC_ALL: 'C' },
  ...{ GIT_CONFIG_GLOBAL: join(root, '.gitconfig'), GIT_CONFIG_NOSYSTEM: '1' },
  ...(inColor && { FORCE_COLOR: '1' }),
};

function run(command, args, env = {}) {
  // One file for both streams keeps what git and its hooks print in order.
  const file = join(root, 'output');
  const output = fs.openSync(file, 'w');
  const options = { cwd: shop, env: { ...environment, ...env }, stdio: ['ignore', output, output] };
  const { status, signal, error } = spawnSync(command, args, options);
  fs.closeSync(output);
  if (signal === 'SIGINT') process.exit(130);
  if (error) throw error;
  return { status, output: fs.readFileSync(file, 'utf8') };
}

/** A command of the set-up, which has to succeed. */
function prepare(command, args, env) {
  const { status, output } = run(command, args, env);
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')}\n${output}`);
}

const git = (...args) => prepare('git', args);
const read = (name) => fs.readFileSync(join(shop, name), 'utf8');

function write(files) {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(shop, name)), { recursive: true });
    fs.writeFileSync(join(shop, name), content);
  }
}

let chapter = 0;

function story(text) {
  chapter += 1;
  say(`\n${paint('bold', `${chapter}. ${text}`)}\n`);
}

/** Shows a command and what it prints; it has to succeed, or to be refused by `rule`, and `others`, alone. */
async function show(args, rule = null, program = 'git', ...others) {
  await turn();
  const line = args.map((argument) => (/[^\w./:=-]/.test(argument) ? `"${argument}"` : argument)).join(' ');
  const shown = program === 'git' ? `git ${line}` : `npx ${program} ${line}`;
  say(paint('cyan', `$ ${shown}`));
  const { status, output } = program === 'git' ? run('git', args) : run(process.execPath, [cli, ...args]);
  if (output) say(output.trimEnd());
  // docs/sprints/S3/INTERACTIONS.yaml:3:10  error  journal/topic
  const refusals = stripVTControlCharacters(output).matchAll(/(?:^| {2})error {2}(\S+)$/gm);
  const found = [...refusals].map(([, id]) => id);
  const refused = status !== 0 && found.join() === [rule, ...others].join();
  if (rule === null ? status !== 0 : !refused)
    throw new Error(`${shown} was to ${rule === null ? 'succeed' : `be refused by ${rule}`}`);
}

/** RFC 3339, `minutes` from now. */
const at = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+/, '');
const journal = (sprint) => `docs/sprints/S${sprint}/INTERACTIONS.yaml`;

function artefacts(sprint) {
  const names = ['PLAN.md', 'BOARD.md', 'DEMO.md', 'REVIEW.md', 'RETRO.md', 'PREFLIGHT.md'];
  return Object.fromEntries(names.map((name) => [`docs/sprints/S${sprint}/${name}`, `# ${name}\n`]));
}

const notes = (sprint, startedAt) => `# PO_NOTES

- Sprint timebox 25 min (freeze T+22), branch work, one PR at its end.
- The interactions are in /docs/sprints/S<N>/INTERACTIONS.yaml.

\`\`\`yaml
sprint_id: ${sprint}
started_at: ${startedAt}
highlights: |
  - Find a tour
interaction_log: ./${journal(sprint)}
status: wip
\`\`\`
`;

const entry = (sprint, when, did, ask, status = 'pending') => `- who: ChatGPT
  when: ${when}
  topic: Sprint S${sprint} — validation prod
  did: ${did}
  ask: ${ask}
  context:
    env: https://stage.example.app
    pr: Sprint S${sprint}
  status: ${status}
`;

const answer = (sprint, when) => `
- who: PO
  when: ${when}
  topic: Sprint S${sprint} — validation prod
  reply: OK
`;

function setUp() {
  git('init', '--quiet', '--bare', '--initial-branch=main', '../origin.git');
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Dev');
  git('config', 'user.email', 'dev@example.com');
  write({
    '.gitignore': 'node_modules/\n',
    '.husky/pre-commit': 'sprint-check pre-commit\n',
    '.husky/pre-merge-commit': 'sprint-check pre-merge-commit\n',
    '.husky/pre-push': 'sprint-check pre-push "$@"\n',
    'PO_NOTES.md': notes(2, at(-40)),
    'src/tours.txt': 'the list of tours\n',
    ...artefacts(2),
    [journal(2)]: entry(2, at(-39), 'The list of tours.', 'Open /tours.', 'done') + answer(2, at(-19)),
  });
  git('add', '--all');
  const dates = { GIT_COMMITTER_DATE: at(-19), GIT_AUTHOR_DATE: at(-19) };
  prepare('git', ['commit', '--quiet', '--message=Sprint S2'], dates);
  git('remote', 'add', 'origin', '../origin.git');
  git('branch', 'work');
  git('push', '--quiet', '--set-upstream', 'origin', 'main', 'work');
  git('switch', '--quiet', 'work');
  // What `npm install` leaves: husky, and the checker in node_modules/.bin.
  const path = (file) => file.replaceAll('\\', '/');
  write({ 'node_modules/.bin/sprint-check': `#!/bin/sh\nexec "${path(process.execPath)}" "${path(cli)}" "$@"\n` });
  fs.chmodSync(join(shop, 'node_modules/.bin/sprint-check'), 0o755);
  fs.symlinkSync(join(project, 'node_modules', 'husky'), join(shop, 'node_modules', 'husky'), 'junction');
  prepare(process.execPath, [join('node_modules', 'husky', 'bin.js')]);
}

async function tell() {
  say('A shop, on its branch work, with husky. Sprint S2 began 40 minutes ago; the PO has answered OK.');
  const commit = (rule) => show(['commit', '-m', 'Add the search'], rule);

  story('A new feature in S2, 18 minutes after its freeze: refused.');
  write({ 'src/search.txt': 'search\n' });
  write({ [journal(2)]: `${read(journal(2))}\n${entry(2, at(0), 'The search.', 'Open /search.')}` });
  await show(['add', '--all']);
  await commit('freeze/closed');

  story('So it goes into S3, which start opens: accepted.');
  await show(['restore', '--staged', '--worktree', journal(2)]);
  await show(['start'], null, 'sprint-check');
  await show(['add', '--all']);
  await commit(null);

  story('The next commit says nothing in the journal: refused.');
  write({ 'src/search.txt': 'search by date\n' });
  await show(['add', 'src']);
  await show(['commit', '-m', 'Search by date'], 'journal/not-staged');

  story('With its entry: accepted.');
  const entryOf = ['--did', 'Search by date.', '--ask', 'Look for a tour in May.', '--context', 'stage'];
  await show(['log', ...entryOf], null, 'sprint-check');
  await show(['commit', '-m', 'Search by date']);

  story('An entry with a topic of S2 and a status that the schema does not have: refused.');
  const written = read(journal(3));
  write({ [journal(3)]: written + entry(2, at(0), 'Search by place.', 'Look for a tour in Cilaos.', 'finished') });
  await show(['add', '--all']);
  await show(['commit', '-m', 'Search by place'], 'journal/schema', 'git', 'journal/topic');

  story('The PO tests, and answers: accepted.');
  await show(['restore', '--staged', '--worktree', journal(3)]);
  await show(['reply', 'KO', '--details', 'The list stays on May.'], null, 'sprint-check');
  await show(['commit', '-m', 'Answer S3']);

  story('In a hurry, past the hook: git makes the commit, and the push is refused.');
  write({ 'src/search.txt': 'search by any date\n' });
  await show(['commit', '--all', '--no-verify', '-m', 'Any date']);
  await show(['push', 'origin', 'work'], 'journal/not-staged');

  story('What the help says is done, and the push is accepted.');
  await show(['log', ...entryOf.with(1, 'Search by any date.')], null, 'sprint-check');
  await show(['commit', '--amend', '--no-edit']);
  await show(['push', 'origin', 'work']);
}

const begin = Date.now();
try {
  if (!fs.existsSync(cli)) throw new Error('dist/cli.cjs is not there; run: npm run build');
  setUp();
  await tell();
  say(paint('bold', `\nEvery step ended as it should, in ${((Date.now() - begin) / 1000).toFixed(1)} s.`));
} catch (error) {
  say(`\nThe demo failed: ${error.message}`);
  process.exitCode = 1;
}
