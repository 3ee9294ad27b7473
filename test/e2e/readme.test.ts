import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { Repository } from '../helpers/repository.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const project = fileURLToPath(new URL('../../', import.meta.url));

/** The commands of the first sprint, each with what it prints, as the README shows them. */
function transcript(): { command: string; output: string }[] {
  const text = readme.split('<!-- first sprint -->\n```console\n')[1]?.split('```\n')[0] ?? '';
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.split('\n');
      return { command, output: lines.join('\n') };
    });
}

test('the README’s first sprint goes as it is shown', () => {
  const repository = Repository.create();
  repository.run('npm', ['init', '-y']);
  repository.write({ '.gitignore': 'node_modules\n' });
  const [install, ...steps] = transcript();
  expect(install?.command).toBe('npm install --save-dev sprint-check husky lint-staged');
  // The network's part: what npm would fetch is named and linked.
  repository.run('npm', ['pkg', 'set', 'devDependencies.husky=^9.1.7', 'devDependencies.lint-staged=^16.4.0']);
  repository.write({
    'node_modules/sprint-check': { link: `${inject('packed').project}/node_modules/sprint-check` },
    'node_modules/husky': { link: `${project}node_modules/husky` },
    'node_modules/lint-staged': { link: `${project}node_modules/lint-staged` },
    'node_modules/.bin/sprint-check': { link: '../sprint-check/dist/cli.cjs' },
    'node_modules/.bin/husky': { link: '../husky/bin.js' },
    'node_modules/.bin/lint-staged': { link: '../lint-staged/bin/lint-staged.js' },
  });
  expect(steps.map(({ command }) => command)).toHaveLength(4);
  for (const { command, output } of steps) {
    const { exit, stdout, stderr } = repository.run('sh', ['-c', command.replace(/^npx /, 'node_modules/.bin/')]);
    expect(exit, `${command}\n${stdout}${stderr}`).toBe(0);
    if (output !== '') expect(masked(stdout)).toBe(masked(output));
  }
  expect(repository.git('log', '--format=%s')).toBe('Open sprint S1');
});

// Near midnight a time stands with its date.
const masked = (text: string) => text.replace(/(?:\d{4}-\d\d-\d\d )?\d\d:\d\d/g, '00:00');
