// Runs the suite of the packed tarball on other Nodes, by the real binaries that npm has:
// npm run nodes -- [22,24,26] [<test file or folder>...]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const [versions = '22,24,26', ...tests] = process.argv.slice(2);
const system = { linux: 'linux', darwin: 'darwin', win32: 'win' }[process.platform];
const folder = mkdtempSync(join(tmpdir(), 'sprint-check-nodes-'));
const isWindows = process.platform === 'win32';

/** Puts a Node before all others on the PATH: hooks and shims find it there. */
function environmentOf(version) {
  const prefix = join(folder, version);
  const name = `node-${system}-${process.arch}`;
  const install = ['install', '--prefix', prefix, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', [...install, '--loglevel=error', `${name}@${version}`], { stdio: 'inherit', shell: isWindows });
  const bin = join(prefix, 'node_modules', name, 'bin');
  return { bin, env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` } };
}

const failed = [];
try {
  for (const version of versions.split(',')) {
    const { bin, env } = environmentOf(version);
    const node = join(bin, isWindows ? 'node.exe' : 'node');
    console.log(`\nNode ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`);
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...(tests.length > 0 ? tests : ['test/e2e'])];
    if (spawnSync(node, vitest, { env, stdio: 'inherit' }).status !== 0) failed.push(version);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed.length > 0 ? `\nFails on Node ${failed.join(', ')}` : `\nPasses on Node ${versions}`);
process.exitCode = failed.length > 0 ? 1 : 0;
