import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runPs } from '../git/process.js';

/** Long options of `git commit` that take their value from the next argument (git-commit(1)). */
const valued = [
  'author',
  'cleanup',
  'date',
  'file',
  'fixup',
  'message',
  'pathspec-from-file',
  'reedit-message',
  'reuse-message',
  'squash',
  'template',
  'trailer',
];

/** Short options of `git commit` that take a value. */
const shortValued = 'mFCct';

/** Long options without a value that share a prefix with `amend` or a valued option. */
const flags = [
  'all',
  'allow-empty',
  'allow-empty-message',
  'amend',
  'dry-run',
  'no-amend',
  'patch',
  'reset-author',
  'status',
];

/** Options of git itself that take their value from the next argument (git(1)). */
const globalValued = new Set(['-C', '-c', '--attr-source', '--config-env', '--git-dir', '--namespace', '--work-tree']);

/** Whether arguments, as a process got them, are a `git commit` that amends. */
export function isAmend(argv: readonly string[]): boolean {
  let index = 1;
  while (argv[index]?.startsWith('-')) index += globalValued.has(argv[index] as string) ? 2 : 1;
  // Without a word that could be the option there is nothing to parse.
  if (argv[index] !== 'commit' || !argv.some((word) => /^--am/.test(word))) return false;
  const letters = [...shortValued].map((short) => [`short-${short}`, { type: 'string', short }] as const);
  const longs = valued.map((name) => [name, { type: 'string' }] as const);
  const { tokens } = parseArgs({
    args: argv.slice(index + 1).map(spelledOut),
    options: Object.fromEntries([...letters, ...longs]),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const last = tokens.findLast((token) => token.kind === 'option' && /^(no-)?amend$/.test(token.name));
  return last?.kind === 'option' && last.name === 'amend';
}

/** An argument as the parser of options takes it, which does not know git's ways to write one. */
function spelledOut(argument: string): string {
  if (argument === '--end-of-options') return '--';
  // -S and -u may have a value behind them, which is no further letters.
  if (/^-[^-]/.test(argument)) return argument.replace(/^(-[^mFCctSu]*[Su]).+$/s, '$1');
  // Of a long option git takes any unambiguous beginning.
  const [, name, value = ''] = /^--([a-z-]+)(=.*)?$/s.exec(argument) ?? [];
  if (!name) return argument;
  const full = [...valued, ...flags].filter((option) => option.startsWith(name));
  return full.length === 1 ? `--${full[0]}${value}` : argument;
}

/** A running process. */
interface Command {
  readonly parent: number;
  /** Its arguments, its own name first; cut at blanks where the system does not tell where one ends. */
  readonly argv: readonly string[];
  readonly isExact: boolean;
}

/**
 * Whether the commit being made amends HEAD, read off the command line of the git that runs the hook:
 * the nearest process called git from `parentProcess` up. Null where there is none, or this system does not tell.
 */
export function amending(parentProcess: number): boolean | null {
  for (const commandOf of [fromProc, fromPs]) {
    try {
      return amendsFrom(parentProcess, commandOf);
    } catch {
      // This system tells it the other way, or not at all.
    }
  }
  return null;
}

function amendsFrom(parentProcess: number, commandOf: (pid: number) => Command): boolean | null {
  for (let pid = parentProcess; pid > 0; ) {
    const { parent, argv, isExact } = commandOf(pid);
    if (/(^|[/\\])git(\.exe)?$/.test(argv[0] ?? '')) return isExact ? isAmend(argv) : isAmendByWords(argv);
    pid = parent;
  }
  // Started by hand, or by a program that commits without git's own command.
  return null;
}

/** The same of a command line whose words are known, but not its arguments; null where the word may be a message's. */
export function isAmendByWords(words: readonly string[]): boolean | null {
  const option = words.findIndex((word) => /^--am/.test(word));
  const text = words.findIndex((word) => /^(-[a-zA-Z]*[mFCct]|--(?!am))/.test(word));
  if (option < 0) return false;
  return text < 0 || option < text ? isAmend(words) : null;
}

// 1234 (git) S 1200 1234 …
function fromProc(pid: number): Command {
  const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return { argv, parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), isExact: true };
}

//  1200 git commit --amend --no-edit
function fromPs(pid: number): Command {
  const [, parent, command = ''] =
    /^\s*(\d+)\s+(.*)/.exec(runPs(['-ww', '-o', 'ppid=', '-o', 'args=', '-p', `${pid}`])) ?? [];
  if (parent === undefined) throw new Error(`no process ${pid}`);
  return { argv: command.trim().split(/\s+/), parent: Number(parent), isExact: false };
}
