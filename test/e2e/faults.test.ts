import { describe, expect, inject, test } from 'vitest';
import { withOrigin } from '../helpers/sprint.ts';

const { project } = inject('packed');

describe('what DEBUG asks for', () => {
  const secret = 'Authorization: Basic c2VjcmV0';

  const withSecret = () => {
    const { repository } = withOrigin();
    repository.git('config', 'http.https://git.example.org/.extraheader', secret);
    return repository;
  };

  test.each(['*', 'simple-git', 'simple-git:*', '*,-nothing'])('DEBUG=%s prints nothing of the config', (DEBUG) => {
    const run = withSecret().cli(['check'], { env: { DEBUG } });
    expect(run).toMatchObject({ exit: 0, stderr: '' });
    expect(run.stdout).not.toContain(secret);
  });

  test('nor through the library', () => {
    const repository = withSecret();
    const script = `import { check } from 'sprint-check';
const debug = process.env.DEBUG;
const { ok } = await check({ directory: ${JSON.stringify(repository.path)} });
console.log(ok, debug === process.env.DEBUG);`;
    const run = repository.run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: '../'.repeat(repository.path.split('/').length - 1) + project,
      env: { DEBUG: '*' },
    });
    expect(run).toEqual({ exit: 0, stdout: 'true true\n', stderr: '' });
  });
});
