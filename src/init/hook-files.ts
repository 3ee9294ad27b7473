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
  const isRepairing = hook !== 'pre-commit' || lines.some((line) => runs(line, 'lint-staged'));
  const checkerAt = lines.findIndex((line) => callsChecker(line, hook));
  // The repair has to run before the check.
  const at = checkerAt >= 0 ? checkerAt : placeFor(hook, lines, place);
  const inside = packageBelow(lines.slice(0, at), place);
  const repair = isRepairing ? [] : [huskyLine('lint-staged', inside)];
  const call = checkerAt >= 0 ? [] : callLines(hook, lines, inside);
  const added = lines.toSpliced(at, 0, ...repair, ...call).join('\n');
  return at < lines.length ? added : `${added}\n`;
}

/**
 * Returns the index at which the lines go: last, but first in pre-push, where an earlier line could read what git tells
 * the hook, and in a hook that changes to another folder than the package's.
 */
function placeFor(hook: HookName, lines: readonly string[], { folder }: Package): number {
  const leaves = lines.some((line) => changesFolder(line) && folderEntered(line) !== folder);
  if (hook === 'pre-push' || leaves) return lines.findLastIndex((line, index) => isHead(line, index)) + 1;
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}

/** husky 8 starts the file again at its own line. */
function isHead(line: string, index: number): boolean {
  return (index === 0 && line.startsWith('#!')) || /husky\.sh/.test(line);
}

/** The lines that call the checker. In front of other commands of a pre-push, they give back to these what git tells it. */
function callLines(hook: HookName, lines: readonly string[], place: Package): string[] {
  const call = huskyLine(checkerLine(hook), place);
  const reads = (line: string, index: number) => !isHead(line, index) && mayReadInput(line);
  if (hook !== 'pre-push' || !lines.some(reads)) return [call];
  return ['refs=$(cat)', `printf '%s\\n' "$refs" | ${call}`, '[ -z "$refs" ] || exec <<REFS', '$refs', 'REFS'];
}

/** Scripts may; what hooks usually run does not. */
function mayReadInput(line: string): boolean {
  const isUsual = /^\s*(?:#|$|(?:cd|echo|exit|set|npm|npx|pnpm|yarn|bun|bunx)\b)/.test(line);
  return !isUsual || runs(line, '(?:git[ -]lfs|cat|read|xargs)');
}

/** Returns the package as seen below these lines, which may have changed into it. */
function packageBelow(lines: readonly string[], place: Package): Package {
  return lines.some((line) => folderEntered(line) === place.folder) ? { ...place, folder: '' } : place;
}

// cd frontend
function folderEntered(line: string): string | undefined {
  return /^\s*cd\s+(?:\.\/)?(.*?)\/?\s*$/.exec(line)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
}

// cd frontend && npm test
function changesFolder(line: string): boolean {
  return /(?:^|[;&|]|\b(?:then|else|do)\b)\s*cd\s/.test(line.replace(/\([^()]*\)|(?:^|\s)#.*$/g, ''));
}

export function callsChecker(line: string, hook: HookName): boolean {
  return runs(line, 'sprint-check') && runs(line, hook);
}

/** Tells whether a line of a shell script has a command in it, comments aside. */
function runs(line: string, command: string): boolean {
  return new RegExp(`(?:^|[\\s;&|(/"'\`])${command}(?=$|[\\s;&|)"'\`])`).test(line.replace(/(^|\s)#.*$/, ''));
}

/** Quotes a path for a POSIX shell. */
export function shellWord(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
