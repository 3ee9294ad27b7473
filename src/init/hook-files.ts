export const hookNames = ['pre-commit', 'pre-merge-commit', 'pre-push'] as const;

export type HookName = (typeof hookNames)[number];

/** How a hook calls the checker: bare, since husky puts `node_modules/.bin` on the PATH. */
export function checkerLine(hook: HookName, checker = 'sprint-check'): string {
  return `${checker} ${hook}${hook === 'pre-push' ? ' "$@"' : ''}`;
}

const beforeChecker: Readonly<Record<HookName, readonly string[]>> = {
  'pre-commit': ['lint-staged'],
  'pre-merge-commit': [],
  'pre-push': [],
};

/** Where hooks find their commands. */
export interface HookPlace {
  /** The folder of the package, from the repository's root, which is where git starts hooks. */
  readonly folder: string;
  /** What stands in front of a command; empty where husky finds it by itself. */
  readonly runner: string;
}

/** A hook of husky's with the lines that it lacks, each once; `present` is its text, null where there is none. */
export function withHookLines(hook: HookName, present: string | null, { folder, runner }: HookPlace): string {
  const own = checkerLine(hook, `${runner}sprint-check`);
  if (present === null) {
    const lines = [...beforeChecker[hook].map((command) => runner + command), own];
    return `${[...(folder === '' ? [] : [`cd ${quoted(folder)}`]), ...lines].join('\n')}\n`;
  }
  const lines = present.split('\n');
  const line = (command: string) => (folder === '' ? command : `(cd ${quoted(folder)} && ${command})`);
  const missing = beforeChecker[hook]
    .filter((command) => lineThatRuns(command, lines) < 0)
    .map((command) => runner + command);
  const checkerAt = lines.findIndex((text) => runs(text, 'sprint-check') && runs(text, hook));
  // What repairs journals has to run before what judges them.
  if (checkerAt >= 0) return inserted(lines, checkerAt, missing.map(line));
  if (hook === 'pre-push') return inserted(lines, preambleLength(lines), [line(own)]);
  const end = present === '' || present.endsWith('\n') ? present : `${present}\n`;
  return `${end}${[...missing, own].map((command) => `${line(command)}\n`).join('')}`;
}

function inserted(lines: readonly string[], at: number, added: readonly string[]): string {
  return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}

/** The lines that have to stay first: `#!/bin/sh` and, of older versions, the one that loads husky. */
function preambleLength(lines: readonly string[]): number {
  const loads = lines.findIndex((text) => /^\s*\.\s.*husky\.sh/.test(text));
  if (loads >= 0) return loads + 1;
  return lines[0]?.startsWith('#!') ? 1 : 0;
}

function lineThatRuns(command: string, lines: readonly string[]): number {
  return lines.findIndex((text) => runs(text, command));
}

/** Whether a line of a shell script has a command in it, comments aside. */
export function runs(line: string, command: string): boolean {
  const code = line.replace(/(^|\s)#.*$/, '');
  const escaped = command.replaceAll(/[.\\]/g, '\\$&');
  return new RegExp(`(?:^|[\\s;&|(/"'])${escaped}(?=$|[\\s;&|)"'])`).test(code);
}

/** A path as one word of a shell. */
export function quoted(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
