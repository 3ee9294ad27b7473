import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const preload = fileURLToPath(new URL('./peak-memory.cjs', import.meta.url));

/** Runs processes as a user of the tools would, in an environment without the caller's git. */
export class Processes {
  #folder;
  #environment;

  /** `folder` takes what runs leave behind. */
  constructor(folder) {
    this.#folder = folder;
    this.#environment = {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GIT_|LC_|npm_)/i.test(name))),
      ...{ GIT_CONFIG_GLOBAL: join(folder, '.gitconfig'), GIT_CONFIG_NOSYSTEM: '1', LANG: 'C', NO_COLOR: '1' },
    };
    // Node 20 parses this file at every start: 60 ms that no user has.
    delete this.#environment.NODE_EXTRA_CA_CERTS;
  }

  /** Runs a command, which has to end with `exit`, and gives the milliseconds that it took and what it printed. */
  run({ command, cwd = this.#folder, exit = 0, input }, environment = {}) {
    const [file, ...args] = command;
    const options = { cwd, env: { ...this.#environment, ...environment }, input, maxBuffer: 1 << 30 };
    const start = process.hrtime.bigint();
    const { status, stdout, stderr, error } = spawnSync(file, args, options);
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    if (error) throw error;
    if (status !== exit) throw new Error(`${command.join(' ')} ended with ${status}, not ${exit}\n${stdout}${stderr}`);
    return { milliseconds, output: stdout.toString('utf8') };
  }

  /** How many git processes a run of Node starts, and its own peak memory in MB. */
  cost(subject) {
    const [trace, peak] = ['trace', 'peak'].map((name) => join(this.#folder, name));
    rmSync(trace, { force: true });
    const [node, ...args] = subject.command;
    const observed = { ...subject, command: [node, '--require', preload, ...args] };
    this.run(observed, { GIT_TRACE2_EVENT: trace, SPRINT_CHECK_PEAK: peak });
    const events = existsSync(trace) ? readFileSync(trace, 'utf8').split('\n').filter(Boolean) : [];
    const processes = events.map((event) => JSON.parse(event)).filter(({ event }) => event === 'start').length;
    return { processes, peak: Number(readFileSync(peak, 'utf8')) / 1024 };
  }
}
