// `npm run bench`: what a check costs, side by side with git, Node and the tools it stands beside in a hook.
//
//   --quick            fewer rounds
//   --node <version>   on this Node too, which npm gets (`--node 24`); may be repeated
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { groupsOf } from './bench/groups.mjs';
import { measure } from './bench/measure.mjs';
import { Processes } from './bench/processes.mjs';
import { Repositories } from './bench/repositories.mjs';
import { heading, tableLine } from './bench/table.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const peers = ['@commitlint/cli@20', '@commitlint/config-conventional@20', 'lint-staged@16'];
const { values: flags } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, node: { type: 'string', multiple: true, default: [] } },
});

const root = realpathSync(mkdtempSync(join(tmpdir(), 'sprint-check-bench-')));
process.on('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const processes = new Processes(root);
const repositories = new Repositories(processes, root);
const bin = (name, file) => join(root, 'node_modules', name, file);
const output = (...command) => processes.run({ command }).output.trim();

function npm(args, cwd = root) {
  const command = process.platform === 'win32' ? ['cmd', '/c', 'npm', ...args] : ['npm', ...args];
  return processes.run({ command, cwd }).output;
}

/** Installs the package as npm would publish it, its peers and other versions of Node; gives the Nodes to measure on. */
function install() {
  writeFileSync(join(root, 'package.json'), '{ "name": "bench", "private": true }\n');
  const [{ filename }] = JSON.parse(npm(['pack', '--ignore-scripts', '--json', '--pack-destination', root], project));
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const nodes = flags.node.map((version) => `node-${version}@npm:node-${system}@${version}`);
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', join(root, filename), ...peers, ...nodes]);
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return [process.execPath, ...flags.node.map((version) => bin(`node-${version}`, file))];
}

const nodes = install();
console.log(`${cpus().length} × ${cpus()[0].model}, ${output('git', '--version')}\n\n${heading}`);
for (const node of nodes) {
  const version = output(node, '--version');
  for (const group of groupsOf({ node, version, bin, repositories, quick: flags.quick })) {
    const { subjects, rounds, rows } = group();
    const times = measure(processes, subjects, rounds);
    for (const row of rows) console.log(tableLine(version, row, times, processes.cost(row.subject)));
  }
}
