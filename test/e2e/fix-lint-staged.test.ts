import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Repository } from '../helpers/repository.ts';
import { at, inSprint, journal, journal3, opening } from '../helpers/sprint.ts';

const lintStaged = join(
  dirname(createRequire(import.meta.url).resolve('lint-staged/package.json')),
  'bin/lint-staged.js',
);

/** A sprint whose pre-commit hook runs lint-staged with `fix` for journals, then the checker. */
function withLintStaged(): Repository {
  const repository = inSprint();
  repository.commit(-4, {
    'package.json': JSON.stringify({ 'lint-staged': { '**/INTERACTIONS.yaml': 'sprint-check fix' } }),
  });
  return repository.hook('pre-commit', `'${process.execPath}' '${lintStaged}' || exit 1`);
}

const committed = (repository: Repository) => `${repository.git('show', `HEAD:${journal3}`)}\n`;

/** The seed's template, filled in. */
const filled = `- who: ChatGPT
  when: ${at(-1)}
  topic: Sprint S3 — validation prod
  did: |
    - Implémenté : la recherche
  ask: |
    Tester en prod :
    1) ouvrir /search
  context: env: https://stage.example.app ; PR: Sprint S3
  status: pending
`;
const repaired = filled.replace(/context: (.*)/, 'context: "$1"');
const before = `${journal(opening(5))}\n`;

test('a commit of the seed’s template, filled in, goes through with the file repaired', () => {
  const repository = withLintStaged();
  const { git } = repository.try({ [journal3]: before + filled, 'src/app.txt': 'search\n' });
  expect(git?.exit, git?.stderr).toBe(0);
  expect(committed(repository)).toBe(before + repaired);
  expect(repository.git('status', '--porcelain')).toBe('');
});

test('of a partially staged file what is not staged stays as it is', () => {
  const repository = withLintStaged();
  repository.stage({ [journal3]: before + filled });
  const unstaged = `# not staged yet\n${before}${filled}`;
  const { git } = repository.write({ [journal3]: unstaged }).tryCommit();
  expect(git?.exit, git?.stderr).toBe(0);
  expect(committed(repository)).toBe(before + repaired);
  expect(readFileSync(join(repository.path, journal3), 'utf8')).toBe(`# not staged yet\n${before}${repaired}`);
});
