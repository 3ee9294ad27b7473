import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitSilent } from '../../src/git/failures.ts';
import { openGit } from '../../src/git/git.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import type { PatienceStep } from '../../src/git/patience.ts';
import { type GitContext, runGit } from '../../src/git/process.ts';
import { Scratch, scratchFolder } from '../helpers/scratch.ts';

const repository = new Scratch();
const commit = repository.commit({ a: 'a' });

const silent = scratchFolder();
writeFileSync(join(silent, 'git'), '#!/bin/sh\nexec sleep 600\n');
chmodSync(join(silent, 'git'), 0o755);

/** Every way of asking git. */
const ways: Readonly<Record<string, (context: GitContext) => Promise<unknown>>> = {
  'a git that is run to its end': (context) => runGit(context, ['rev-parse', 'HEAD']),
  'a git that reads objects': async (context) => {
    const objects = new ObjectReader(context);
    await objects.read('HEAD').finally(() => objects.close());
  },
  'a git that simple-git asks': (context) => openGit(context).ask('rev-parse', 'HEAD'),
};

describe.skipIf(process.platform === 'win32').each(Object.entries(ways))('%s', (_, ask) => {
  const PATH = `${silent}:${process.env.PATH}`;

  test('is told of once it is silent, and given up', async () => {
    const told: (readonly string[])[] = [];
    const tell = (args: readonly string[]) => {
      told.push(args);
      return null;
    };
    const patience: PatienceStep[] = [
      { after: 1, act: tell },
      { after: 20, act: gitSilent },
    ];
    const asked = ask({ ...repository.context({ PATH }), patience });
    await expect(asked).rejects.toMatchObject({ code: 'git-silent' });
    expect(told).toHaveLength(1);
  });

  test('is left alone where it answers', async () => {
    const never: PatienceStep = { after: 600_000, act: gitSilent };
    await ask({ ...repository.context(), patience: [never] });
  });
});

test('a reader of objects is given up only while it has something to answer', async () => {
  let silences = 0;
  const act = () => {
    silences++;
    return null;
  };
  const patience = [{ after: 0, act }];
  const objects = new ObjectReader({ ...repository.context(), patience });
  // Both take longer than the reader would be given.
  await runGit(repository.context(), ['rev-parse', 'HEAD']);
  expect(silences).toBe(0);
  expect(await objects.read('HEAD')).toMatchObject({ oid: commit });
  const before = silences;
  await runGit(repository.context(), ['rev-parse', 'HEAD']);
  expect(silences).toBe(before);
  objects.close();
});
