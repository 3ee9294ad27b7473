import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, inject, test } from 'vitest';

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

const program = `import { check, type Report } from 'sprint-check';
const report: Report = await check({ directory: '.', from: 'origin/main' });
const lines: (number | null)[] = report.diagnostics.map(({ line }) => line);
// @ts-expect-error There is no such command.
await check({ command: 'comit', now: lines.length });
export {};
`;

test.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('the types compile in a program of module %s and moduleResolution %s', (module, moduleResolution) => {
  const folder = mkdtempSync(join(inject('packed').project, 'types-'));
  try {
    writeFileSync(join(folder, 'program.mts'), program);
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--types', ''];
    const args = ['--noEmit', '--target', 'es2022', '--module', module, '--moduleResolution', moduleResolution];
    const { status, stdout } = spawnSync(process.execPath, [compiler, ...args, ...strict, 'program.mts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
