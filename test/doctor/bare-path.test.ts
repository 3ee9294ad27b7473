import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examine } from '../../src/doctor/doctor.ts';
import { readProject } from '../../src/init/project.ts';
import { Scratch } from '../helpers/scratch.ts';

/** What doctor finds where programs with windows have this PATH. */
async function remarksWith(path: string) {
  const scratch = new Scratch().write({
    '.git/hooks/pre-commit': '#!/bin/sh\nnode_modules/.bin/sprint-check pre-commit\n',
    'node_modules/.bin/sprint-check': '',
    'with-node/node': '',
  });
  chmodSync(join(scratch.path, '.git/hooks/pre-commit'), 0o755);
  const context = { ...scratch.context(), now: Date.now() };
  const { remarks } = await examine(await readProject(context), context, path.replace('<root>', scratch.path));
  return remarks.map(({ en }) => en[0]);
}

test('a node that only shells find is told', async () => {
  expect(await remarksWith('<root>/elsewhere')).toContainEqual(expect.stringMatching(/^Desktop programs /));
});

test('a node that all find is not', async () => {
  expect(await remarksWith('<root>/with-node')).not.toContainEqual(expect.stringMatching(/^Desktop programs /));
});
