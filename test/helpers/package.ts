import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { Repository } from './repository.ts';

const installed = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const packed = inject('packed');

/** Installs husky, lint-staged and the packed checker, as `npm install` would, but without a `prepare`. */
export function install(repository: Repository, folder = ''): Repository {
  const modules = join(repository.path, folder, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  const link = (target: string, name: string) => {
    if (!existsSync(join(modules, name))) symlinkSync(target, join(modules, name));
  };
  for (const [name, file] of [
    ['husky', 'bin.js'],
    ['lint-staged', 'bin/lint-staged.js'],
  ] as const) {
    link(join(installed, name), name);
    link(`../${name}/${file}`, `.bin/${name}`);
  }
  link(join(packed.project, 'node_modules/sprint-check'), 'sprint-check');
  link(packed.cli, '.bin/sprint-check');
  mkdirSync(join(repository.path, '.git/info'), { recursive: true });
  return repository.write({ '.git/info/exclude': 'node_modules\n' });
}

/** Has git run hooks of the repository's own, in `.githooks`, with the text that `textOf` gives for each. */
export function ownHooks(repository: Repository, textOf: (hook: string) => string): Repository {
  repository.git('config', 'core.hooksPath', '.githooks');
  for (const hook of ['pre-commit', 'pre-merge-commit', 'pre-push']) {
    repository.write({ [`.githooks/${hook}`]: textOf(hook) });
    chmodSync(join(repository.path, '.githooks', hook), 0o755);
  }
  return repository;
}

/** The text of a file of a work tree; null where there is none. */
export function read(repository: Repository, path: string): string | null {
  const file = join(repository.path, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** The PATH of a user who has not installed the checker for all projects. */
export const withoutChecker = {
  PATH: `${process.env.PATH}`
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules[\\/]\.bin$/.test(folder))
    .join(delimiter),
};

/** Commits all that lies there, without a hook, and gives a bare origin that has it. */
export function withOriginOf(repository: Repository): Repository {
  repository.git('add', '--all');
  repository.gitAt(-4, 'commit', '--quiet', '--message=Set up');
  const origin = repository.bare('origin.git');
  repository.git('remote', 'add', 'origin', origin.path);
  repository.gitAt(-4, 'push', '--quiet', 'origin', 'work');
  return origin;
}
