import { expect, test } from 'vitest';
import { entry, inSprint, journal, journal3, opening, refusal } from '../helpers/sprint.ts';

const answered = () => {
  const repository = inSprint();
  repository.commit(-2, { [journal3]: journal(opening(), refusal) });
  return repository;
};

test('a pass says in a second line that work resumes from a KO of the PO’s', () => {
  const { stdout, exit } = answered().cli(['check', '--from', 'HEAD~1']);
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^✔ Sprint S3.*\ni Work resumes from the PO’s KO: The search finds nothing\.\n$/);
});

test('the same in French', () => {
  const { stdout } = answered().cli(['check', '--from', 'HEAD~1', '--lang', 'fr']);
  expect(stdout).toContain('Le travail reprend au KO du PO');
});

test('nothing of it once an entry of the developer’s follows', () => {
  const repository = answered().stage({ [journal3]: journal(opening(), refusal, entry()) });
  expect(repository.cli(['pre-commit']).stdout).toMatch(/^✔ .*\n$/);
});

test('nothing of it where --quiet asks for silence', () => {
  expect(answered().cli(['check', '--from', 'HEAD~1', '--quiet']).stdout).toBe('');
});
