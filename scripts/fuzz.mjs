// The properties of test/fuzz, tried for long: npm run fuzz -- [<runs>] [<seed>]
import { spawnSync } from 'node:child_process';

const [runs = '20000', seed] = process.argv.slice(2);
const env = { ...process.env, FUZZ_RUNS: runs, ...(seed && { FUZZ_SEED: seed }) };
const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/fuzz'];
process.exitCode = spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status ?? 2;
