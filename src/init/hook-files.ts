import type { Project } from './project.js';

export const hookNames = ['pre-commit', 'pre-merge-commit', 'pre-push'] as const;

export type HookName = (typeof hookNames)[number];

/** Bare by default, because husky puts `node_modules/.bin` on the PATH. */
export function checkerLine(hook: HookName, checker = 'sprint-check'): string {
  return `${checker} ${hook}${hook === 'pre-push' ? ' "$@"' : ''}`;
}

type Package = Pick<Project, 'folder' | 'runner'>;

/** Git starts hooks at the root, so that a package in a folder needs a `cd`. */
export function huskyLine(command: string, { folder, runner }: Package): string {
  return folder === '' ? runner + command : `(cd ${shellWord(folder)} && ${runner}${command})`;
}

/** Adds the lines that a husky hook lacks; `present` is its text, null if there is none. */
export function withHookLines(hook: HookName, present: string | null, place: Package): string {
  const lines = present ? present.split('\n') : [''];
  const callLine = (at: Package) => huskyLine(checkerLine(hook), at);
  const isRepairing = hook !== 'pre-commit' || lines.some((line) => runs(line, 'lint-staged'));
  const repair = (at: Package) => (isRepairing ? [] : [huskyLine('lint-staged', at)]);
  const checkerAt = lines.findIndex((line) => callsChecker(line, hook));
  // The repair has to run before the check.
  if (checkerAt >= 0) {
    const inside = packageBelow(lines.slice(0, checkerAt), place);
    return lines.toSpliced(checkerAt, 0, ...repair(inside)).join('\n');
  }
  // Goes first, because an earlier line could read what git tells the hook.
  if (hook === 'pre-push') {
    // husky 8 starts the file again at its own line.
    const head = lines.findLastIndex((line, index) => (index === 0 && line.startsWith('#!')) || /husky\.sh/.test(line));
    return lines.toSpliced(head + 1, 0, callLine(place)).join('\n');
  }
  const above = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  const inside = packageBelow(above, place);
  return [...above, ...repair(inside), callLine(inside), ''].join('\n');
}

// cd frontend
/** Returns the package as seen below these lines, which may have changed into it. */
function packageBelow(lines: readonly string[], place: Package): Package {
  const isThere = lines.some((line) => {
    const folder = /^\s*cd\s+(?:\.\/)?(.*?)\/?\s*$/.exec(line)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
    return folder === place.folder;
  });
  return isThere ? { ...place, folder: '' } : place;
}

export function callsChecker(line: string, hook: HookName): boolean {
  return runs(line, 'sprint-check') && runs(line, hook);
}

/** Tells whether a line of a shell script has a command in it, comments aside. */
function runs(line: string, command: string): boolean {
  return new RegExp(`(?:^|[\\s;&|(/"'])${command}(?=$|[\\s;&|)"'])`).test(line.replace(/(^|\s)#.*$/, ''));
}

/** Quotes a path for a POSIX shell. */
export function shellWord(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
