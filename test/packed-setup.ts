import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';

/** The package as npm would publish it, for `inject('packed')`; all paths are absolute. */
export interface Packed {
  /** A folder with a package.json and nothing but the tarball installed in its `node_modules`. */
  readonly project: string;
  /** `<project>/node_modules/.bin`, to put in front of a PATH. */
  readonly bin: string;
  /** The file that `sprint-check` runs, for `process.execPath`. */
  readonly cli: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    packed: Packed;
  }
}

/** Builds and packs once for all tests of `test/e2e`, and installs the tarball without a network. */
export default function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sprint-check-packed-')));
  // `prepack` builds.
  npm(['pack', '--loglevel=error', '--pack-destination', folder], project.config.root);
  const tarball = join(folder, `${readdirSync(folder).find((name) => name.endsWith('.tgz'))}`);
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }\n');
  npm(['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', tarball], folder);
  const modules = join(folder, 'node_modules');
  const packed: Packed = {
    project: folder,
    bin: join(modules, '.bin'),
    cli: join(modules, 'sprint-check', 'dist', 'cli.cjs'),
  };
  project.provide('packed', packed);
  return () => rmSync(folder, { recursive: true, force: true });
}

function npm(args: string[], cwd: string): string {
  return execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
}
