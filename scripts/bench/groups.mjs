/** The most bytes that a journal may have, less room for one entry more. */
const largeJournal = 1024 * 1024 - 1024;

/**
 * What is measured side by side. Each group is made when its turn comes, since a sprint freezes.
 *
 * A group has subjects, which are measured, and rows, each of which holds a subject against the sum of others, once the
 * time of `beyond` is taken off it (and off another check, which has it too). It may take `due` times as long, or the time
 * that `due` names.
 */
export function groupsOf({ node, version, bin, repositories, quick }) {
  const bare = { name: '`node -e 0`', command: [node, '-e', '0'] };
  const tool = (name, cwd, file, ...args) => ({ name, cwd, command: [node, file, ...args] });
  const check = (name, cwd, ...args) => ({
    ...tool(name, cwd, bin('sprint-check', 'dist/cli.cjs'), ...args),
    isCheck: true,
  });
  const git = (name, cwd, ...args) => ({ name, cwd, command: ['git', ...args] });
  const preCommit = (name, options) =>
    check(`\`pre-commit\`, ${name}`, repositories.aboutToCommit(options), 'pre-commit');

  const pass = () => {
    const subject = preCommit('a pass');
    const { cwd } = subject;
    const staged = tool('`lint-staged`, nothing to do', cwd, bin('lint-staged', 'bin/lint-staged.js'));
    const message = tool('`commitlint --edit`', cwd, bin('@commitlint/cli', 'cli.js'), '--edit');
    return {
      rounds: quick ? 10 : 40,
      subjects: [bare, subject, staged, message],
      rows: [
        { subject, against: [bare], due: version.startsWith('v20.') ? 3.3 : 2.8 },
        { subject, against: [staged], due: 0.75 },
        { subject, against: [message], due: null },
      ],
    };
  };

  const range = () => {
    const cwd = repositories.sprints(2000);
    const [short, long] = [200, 2000].map((commits) => ({
      range: check(`\`check\`, ${commits} commits`, cwd, 'check', '--from', `HEAD~${commits}`),
      log: git('`git log --raw`', cwd, 'log', '--raw', `HEAD~${commits}..HEAD`),
    }));
    return {
      rounds: quick ? 3 : 15,
      subjects: [bare, short.range, short.log, long.range, long.log],
      rows: [
        { subject: short.range, against: [short.log], beyond: bare, due: null },
        { subject: long.range, against: [long.log], beyond: bare, due: 'under 2 s' },
        { subject: long.range, against: [short.range], beyond: bare, due: 10 },
      ],
    };
  };

  const loose = () => {
    const cwd = repositories.sprints(2000, { packed: false });
    const subject = check('`check`, 2000 commits, objects loose', cwd, 'check', '--from', 'HEAD~2000');
    const log = git('`git log --raw`', cwd, 'log', '--raw', 'HEAD~2000..HEAD');
    return {
      rounds: quick ? 3 : 15,
      subjects: [bare, subject, log],
      rows: [{ subject, against: [log], beyond: bare, due: null }],
    };
  };

  const large = () => {
    const small = preCommit('a pass');
    const subject = preCommit('100,000 files', { files: 100_000 });
    const diff = git('`git diff --cached --raw`', subject.cwd, 'diff', '--cached', '--raw');
    return {
      rounds: quick ? 5 : 20,
      subjects: [small, subject, diff],
      rows: [{ subject, against: [small, diff], due: 1 }],
    };
  };

  const beside = (name, options, due) => () => {
    const small = preCommit('a pass');
    const subject = preCommit(name, options);
    return { rounds: quick ? 3 : 20, subjects: [small, subject], rows: [{ subject, against: [small], due }] };
  };

  return [
    pass,
    range,
    loose,
    large,
    beside('400 old sprints', { oldSprints: 400 }, 1),
    beside('a journal of 1 MiB', { journalSize: largeJournal }, null),
  ];
}
