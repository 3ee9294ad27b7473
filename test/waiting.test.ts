import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cleanUp, main } from '../src/main.ts';
import { Scratch, scratchFolder } from './helpers/scratch.ts';

const repository = new Scratch();
const commit = repository.commit({ a: 'a' });
const silent = scratchFolder();
writeFileSync(join(silent, 'git'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });

/** Runs a command with a git that never answers, and gives what it comes to and what it says. */
function run(...argv: string[]): { exit: Promise<number>; said: string[] } {
  const said: string[] = [];
  const exit = main({
    argv,
    environment: { ...repository.environment, PATH: `${silent}:${process.env.PATH}` },
    directory: () => repository.path,
    now: 0,
    isTerminal: { input: false, output: false },
    streams: () => ({ input: process.stdin, output: process.stdout }),
    readInput: async () => `${commit} ${commit} refs/heads/work\n`,
    writeOutput: () => {},
    writeError: (text) => said.push(text),
  });
  return { exit, said };
}

describe.skipIf(process.platform === 'win32')('a git that never answers', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => {
    vi.useRealTimers();
    cleanUp();
  });

  test('is told of after some seconds', async () => {
    const { said } = run('pre-commit');
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(said.join('')).toMatch(/^Still checking; running: git cat-file --batch/);
  });

  test('is given up on a server', async () => {
    const { exit, said } = run('pre-receive');
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2));
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(await exit).toBe(2);
    expect(said.at(-1)).toMatch(/^error: git did not answer in time: git cat-file --batch/);
  });
});
