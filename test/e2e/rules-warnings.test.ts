import { describe } from 'vitest';
import { type Files, Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  entry,
  type Fields,
  grown,
  inSprint,
  journal,
  journal3,
  notes,
  opening,
  sprintFiles,
} from '../helpers/sprint.ts';
import { scenarios } from '../helpers/verdict.ts';

const withEntry = (fields: Fields) => inSprint().try({ [journal3]: journal(opening(), entry(fields)) });

describe('sprint/unanswered', () => {
  const openNext = (...before: readonly Fields[]) => {
    const repository = inSprint();
    repository.commit(-3, { [journal3]: journal(opening(), ...before) });
    return repository.try(sprintFiles(1, 4));
  };

  scenarios({
    'the last sprint awaits its answer': [() => openNext(entry()), 'warn sprint/unanswered'],
    'an answer before the newest ask': [() => openNext(answer(), entry()), 'warn sprint/unanswered'],
    'an answer after it': [() => openNext(entry(), answer())],
    'only where a sprint is opened': [() => withEntry({})],
  });
});

describe('journal/cut-text', () => {
  const unquoted = (key: string, text: string) =>
    inSprint().try({ [journal3]: grown.replace(new RegExp(`^(  ${key}: ).*$`, 'gm'), `$1${text}`) });

  scenarios({
    'a topic': [
      () => inSprint().try({ [journal3]: `${grown}\n- who: PO\n  topic: Sprint S3 #4\n  reply: OK\n` }),
      'warn journal/cut-text',
    ],
    'a topic without a blank before': [() => unquoted('topic', 'Sprint S3#4')],
    'a topic in quotes': [() => unquoted('topic', '"Sprint S3 #4"')],
    'a comment after another key': [() => unquoted('status', 'pending # for now')],
  });
});

describe('journal/when', () => {
  scenarios({
    'in the future': [() => withEntry({ when: at(10) }), 'warn journal/when'],
    'just now': [() => withEntry({ when: at(0) })],
    'before T': [
      () =>
        Repository.create()
          .hook('pre-commit')
          .try(sprintFiles(5, 3, [opening(7)])),
      'warn journal/when',
    ],
    'before the one above': [
      () => inSprint().try({ [journal3]: journal(opening(), entry({ when: at(-2) }), entry({ when: at(-3) })) }),
      'warn journal/when',
    ],
    'before the one above an answer without a when': [
      () =>
        inSprint().try({ [journal3]: journal(opening(), entry({ when: at(-2) }), answer(), entry({ when: at(-3) })) }),
      'warn journal/when',
    ],
    'at the same time as the one above': [() => withEntry({ when: at(-5) })],
    'in another offset': [() => withEntry({ when: at(59).replace('+00:00', '+01:00') })],
  });
});

describe('branch/sprint', () => {
  const on = (branch: string) => {
    const repository = inSprint();
    repository.git('checkout', '--quiet', '-b', branch);
    return repository.try({ [journal3]: grown });
  };

  scenarios({
    'another branch': [() => on('feature/map'), 'warn branch/sprint'],
    'a branch that ends in work': [() => on('not/work'), 'warn branch/sprint'],
    work: [() => inSprint().try({ [journal3]: grown })],
  });
});

/** What a check says of the last commit, made of these files: what closes a sprint is asked for there alone. */
const tip = (repository: Repository, files: Files) => {
  repository.commit(-1, files);
  return repository.check(['--from', 'HEAD~1']);
};

describe('artefacts/missing', () => {
  scenarios({
    'one is missing': [
      () => tip(inSprint(), { [journal3]: grown, 'docs/sprints/S3/RETRO.md': null }),
      'warn artefacts/missing',
    ],
    'one is missing, while a commit is made': [
      () => inSprint().try({ [journal3]: grown, 'docs/sprints/S3/RETRO.md': null }),
    ],
    'all are there': [() => tip(inSprint(), { [journal3]: grown, 'docs/sprints/S3/NOTES.md': 'x\n' })],
  });
});

describe('preflight/schema', () => {
  const preflight = (text: string): Files => ({ [journal3]: grown, 'docs/sprints/S3/PREFLIGHT.md': text });
  const withSchema = (files: Files) => {
    const repository = Repository.create().hook('pre-commit');
    repository.commit(-60, { 'db/schema.sql': 'create table tours ();\n' });
    repository.commit(-5, sprintFiles());
    return tip(repository, files);
  };

  scenarios({
    'neither refreshed nor unchanged': [() => withSchema(preflight('# PREFLIGHT\n')), 'warn preflight/schema'],
    'unchanged without a justification': [
      () => withSchema(preflight('schema.sql: unchanged\n')),
      'warn preflight/schema',
    ],
    'unchanged, with a justification': [
      () => withSchema(preflight('schema.sql: unchanged — no migration this time\n')),
    ],
    refreshed: [() => withSchema({ ...preflight('# PREFLIGHT\n'), 'db/schema.sql': 'create table runs ();\n' })],
    'no schema.sql': [() => tip(inSprint(), preflight('# PREFLIGHT\n'))],
  });
});

describe('freeze/backdated', () => {
  const dated = (minutes: number) => {
    const repository = inSprint();
    const second = entry({ when: at(-4) });
    repository.commit(-3, { [journal3]: journal(opening(), second) });
    repository.commit(minutes, {
      [journal3]: journal(opening(), second, entry({ when: at(-4), did: 'Delivered the map.' })),
    });
    return repository.check(['--from', 'HEAD~2']);
  };

  scenarios({
    'over a minute before its parent': [() => dated(-4.1), 'warn freeze/backdated'],
    'half a minute before its parent': [() => dated(-3.5)],
  });
});

describe('severities', () => {
  const configured = (rules: Record<string, string>) => inSprint().config(-4, { rules });

  scenarios({
    'an error made a warning': [
      () => configured({ 'journal/not-staged': 'warn' }).try({ 'src/app.txt': 'changed\n' }),
      'warn journal/not-staged',
    ],
    'a warning made an error': [
      () => tip(configured({ 'artefacts/missing': 'error' }), { [journal3]: grown, 'docs/sprints/S3/RETRO.md': null }),
      'artefacts/missing',
    ],
    'a rule turned off': [() => configured({ 'journal/not-staged': 'off' }).try({ 'src/app.txt': 'changed\n' })],
  });
});

describe('the seed as a team has it', () => {
  scenarios({
    'a header without started_at takes T from the journal': [
      () => inSprint().try({ [journal3]: grown, 'PO_NOTES.md': notes({ started_at: undefined }) }),
    ],
  });
});
