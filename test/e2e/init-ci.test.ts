import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { install, read, withOriginOf, withoutChecker } from '../helpers/package.ts';
import type { Repository } from '../helpers/repository.ts';
import { inSprint, journal3 } from '../helpers/sprint.ts';

interface Step {
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A workflow of GitHub's that `init --ci github` writes. */
function workflow(repository: Repository, name: string) {
  repository.cli(['init', '--ci', 'github'], { env: withoutChecker });
  return parse(`${read(repository, `.github/workflows/${name}`)}`);
}

const packaged = (files = {}) => install(inSprint().write({ '.git/hooks': null, 'package.json': '{}\n', ...files }));

describe('the job', () => {
  test('may only read, has the whole history, and fetches what a force push left behind', () => {
    const { permissions, jobs, on } = workflow(packaged(), 'sprint.yml');
    const steps: Step[] = jobs['sprint-check'].steps;
    expect(permissions).toEqual({ contents: 'read' });
    expect(on.push).toEqual({ branches: ['work'] });
    expect(steps[0]?.with).toEqual({ 'fetch-depth': 0 });
    expect(steps.find((step) => step.if?.includes('forced'))).toMatchObject({
      run: 'git fetch origin "$BEFORE"',
      env: { BEFORE: `\${{ github.event.before }}` },
    });
    expect(steps.at(-1)?.run).toBe('npx sprint-check');
  });

  test('takes the branches of the config', () => {
    const { on } = workflow(packaged({ '.sprint-checkrc.json': '{ "push": ["work", "v*"] }\n' }), 'sprint.yml');
    expect(on.push.branches).toEqual(['work', 'v*']);
  });

  test('runs in the folder of the package', () => {
    const repository = install(inSprint().write({ '.git/hooks': null, 'apps/web/package.json': '{}\n' }), 'apps/web');
    repository.cli(['init', '--ci', 'github'], { cwd: 'apps/web', env: withoutChecker });
    const { jobs } = parse(`${read(repository, '.github/workflows/sprint.yml')}`);
    expect(jobs['sprint-check'].defaults).toEqual({ run: { 'working-directory': 'apps/web' } });
  });
});

describe('the PO’s form', () => {
  test('asks for OK or KO, details and action, and takes them by the environment alone', () => {
    const { on, jobs } = workflow(packaged(), 'po-reply.yml');
    expect(on.workflow_dispatch.inputs).toMatchObject({
      reply: { type: 'choice', options: ['OK', 'KO'], required: true },
      details: { type: 'string' },
      action: { type: 'choice', options: ['default', 'none', 'fix'] },
    });
    for (const { run } of jobs.reply.steps as Step[]) expect(run ?? '').not.toContain('${{');
  });

  /** Runs the last step as the workflow would, with what the PO filled in. */
  function answer(inputs: Readonly<Record<string, string>>) {
    const repository = packaged({ '.sprint-checkrc.json': '{ "po": ["po@example.com"] }\n' });
    const step: Step = workflow(repository, 'po-reply.yml').jobs.reply.steps.at(-1);
    const origin = withOriginOf(repository);
    const filled = Object.entries(step.env ?? {}).map(([name, value]) => {
      return [name, value.replace(/\$\{\{ (?:inputs|github)\.(\w+) \}\}/g, (_, key: string) => inputs[key] ?? '')];
    });
    const env = { ...withoutChecker, ...Object.fromEntries(filled) };
    const completed = repository.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', `${step.run}`], {
      env,
    });
    return { completed, repository, origin };
  }

  test('KO: the answer reaches the branch, written by the PO', () => {
    const details = 'The list: "empty" $(touch pwned) `touch pwned` # so';
    const { completed, repository, origin } = answer({ reply: 'KO', details, action: 'default', actor: 'po' });
    expect(completed.exit, completed.stdout + completed.stderr).toBe(0);
    const entries = parse(origin.git('show', `work:${journal3}`));
    expect(entries.at(-1)).toMatchObject({ who: 'PO', reply: 'KO', details, action: 'fix' });
    expect(origin.git('log', '-1', '--format=%an <%ae>', 'work')).toBe('po <po@example.com>');
    expect(read(repository, 'pwned')).toBeNull();
  });

  test('OK: without details', () => {
    const { completed, origin } = answer({ reply: 'OK', details: '', action: 'none', actor: 'po' });
    expect(completed.exit, completed.stdout + completed.stderr).toBe(0);
    expect(parse(origin.git('show', `work:${journal3}`)).at(-1)).toMatchObject({ who: 'PO', reply: 'OK' });
  });

  test('KO without details changes nothing', () => {
    const { completed, repository, origin } = answer({ reply: 'KO', details: '', action: 'default', actor: 'po' });
    expect(completed.exit).not.toBe(0);
    expect(origin.git('rev-parse', 'work')).toBe(repository.git('rev-parse', 'HEAD'));
  });
});
