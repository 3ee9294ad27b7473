import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { GitContext } from '../../src/git/process.ts';

/** A folder that is gone once the test file has run. */
export function scratchFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sprint-check-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real repository for tests of one module, on the unborn branch `work`; every commit is made at 14:00 UTC. */
export class Scratch {
  readonly path: string;
  readonly environment: NodeJS.ProcessEnv;

  /** `init` are more arguments for `git init`. */
  constructor(...init: string[]) {
    this.path = scratchFolder();
    this.environment = {
      PATH: process.env.PATH,
      HOME: this.path,
      GIT_CONFIG_NOSYSTEM: '1',
      LANG: 'C',
      TZ: 'UTC',
      GIT_AUTHOR_DATE: '2026-11-22T14:00:00Z',
      GIT_COMMITTER_DATE: '2026-11-22T14:00:00Z',
    };
    this.git('init', '--quiet', '--template=', '--initial-branch=work', ...init);
    this.git('config', 'user.name', 'Dev');
    this.git('config', 'user.email', 'dev@example.com');
  }

  /** Where git runs; `environment` is laid over the repository's own. */
  context(environment: NodeJS.ProcessEnv = {}, directory: string = this.path): GitContext {
    return { directory, environment: { ...this.environment, ...environment } };
  }

  /** What git prints, byte for byte; it has to succeed. */
  bytes(args: readonly string[], input: string | Buffer = ''): Buffer {
    const stdio = ['pipe', 'pipe', 'pipe'] as const;
    return execFileSync('git', args, { cwd: this.path, env: this.environment, input, stdio: [...stdio] });
  }

  git(...args: string[]): string {
    return this.bytes(args).toString('utf8').trim();
  }

  /** The name of a blob that git now has. */
  blob(content: string | Buffer): string {
    return this.bytes(['hash-object', '-w', '--stdin'], content).toString('utf8').trim();
  }

  write(files: Readonly<Record<string, string | Buffer>>): this {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), content);
    }
    return this;
  }

  /** Commits these files and all that is staged; returns the commit. */
  commit(files: Readonly<Record<string, string | Buffer>> = {}): string {
    this.write(files).git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message=A commit');
    return this.git('rev-parse', 'HEAD');
  }
}
