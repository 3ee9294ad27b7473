import { expect, test } from 'vitest';
import { configLanguage } from '../../src/facts/config-language.ts';
import { Scratch, scratchFolder } from '../helpers/scratch.ts';

const rc = (lang: string) => ({ '.sprint-checkrc.json': JSON.stringify({ lang }) });
const inSprint = { 'docs/sprints/S3/PLAN.md': '' };

test('the language is that of HEAD’s config, before the first sprint that of the work tree', async () => {
  const repository = new Scratch();
  const language = () => configLanguage(repository.context());
  expect(await language()).toBe(null);
  repository.write(rc('fr'));
  expect(await language()).toBe('fr');
  repository.write({ '.sprint-checkrc.json': '{' });
  expect(await language()).toBe(null);
  repository.commit({ ...rc('en'), ...inSprint });
  repository.write(rc('fr'));
  expect(await language()).toBe('en');
  repository.git('rm', '--quiet', '--cached', '.sprint-checkrc.json');
  repository.git('commit', '--quiet', '--message=No config');
  expect(await language()).toBe(null);
});

test('there is none to be told outside a repository', async () => {
  const context = new Scratch().context({}, scratchFolder());
  await expect(configLanguage(context)).rejects.toMatchObject({ code: 'not-a-repository' });
});
