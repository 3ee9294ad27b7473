import { type Files, Repository } from './repository.ts';
import { at } from './time.ts';

export { at };

export function journalPath(sprint: number): string {
  return `docs/sprints/S${sprint}/INTERACTIONS.yaml`;
}

/** The journal of sprint 3, the sprint that nearly every test is in. */
export const journal3 = journalPath(3);

export type Fields = Readonly<Record<string, unknown>>;

/** A developer's entry; a field that is undefined is left out. */
export function entry(fields: Fields = {}): Fields {
  return {
    who: 'ChatGPT',
    when: at(-1),
    topic: 'Sprint S3 — validation prod',
    did: 'Delivered the search page.',
    ask: 'Open /search and look for a tour.',
    context: { env: 'https://stage.example.app' },
    status: 'pending',
    ...fields,
  };
}

/** The PO's answer. */
export function answer(fields: Fields = {}): Fields {
  return { who: 'PO', topic: 'Sprint S3 — validation prod', reply: 'OK', ...fields };
}

export const refusal = answer({ reply: 'KO', details: 'The search finds nothing.', action: 'fix' });

/** The entry that opens sprint 3, `minutes` ago. */
export function opening(minutes = 5, fields: Fields = {}): Fields {
  return entry({ when: at(-minutes), did: 'Opened the sprint.', ask: 'Read the plan.', ...fields });
}

/** The entry of one delivery more. */
export const second = entry({ when: at(-4), did: 'Delivered the filter.' });

/** A change of code. */
export const code: Files = { 'src/app.txt': 'changed\n' };

/** Entries as YAML, one key a line. */
export function journal(...entries: readonly Fields[]): string {
  return entries.map((fields) => `- ${mapping(fields).join('\n  ')}\n`).join('\n');
}

function mapping(fields: Fields): string[] {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
}

/** The journal with that entry. */
export const grown = journal(opening(), second);

/** A sprint header in its fence, its values as they stand; a field that is undefined is left out. */
export function header(fields: Fields): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `\`\`\`yaml\n${given.map(([key, value]) => `${key}: ${value}\n`).join('')}\`\`\`\n`;
}

/** The notes of sprint 3, started five minutes ago. */
export function notes(fields: Fields = {}): string {
  const sprint = Number(fields.sprint_id ?? 3);
  const usual = { sprint_id: 3, started_at: at(-5), interaction_log: `./${journalPath(sprint)}`, status: 'wip' };
  return `# PO_NOTES\n\n${header({ ...usual, ...fields })}`;
}

export const artefacts = ['PLAN.md', 'BOARD.md', 'DEMO.md', 'REVIEW.md', 'RETRO.md', 'PREFLIGHT.md'];

/** All files of a sprint that started `minutes` ago, and one file of code. */
export function sprintFiles(minutes = 5, sprint = 3, entries?: readonly Fields[]): Files {
  const opened = opening(minutes, { topic: `Sprint S${sprint}` });
  return {
    'PO_NOTES.md': notes({ sprint_id: sprint, started_at: at(-minutes) }),
    'src/app.txt': `sprint ${sprint}\n`,
    ...Object.fromEntries(artefacts.map((name) => [`docs/sprints/S${sprint}/${name}`, `# ${name}\n`])),
    [journalPath(sprint)]: journal(...(entries ?? [opened])),
  };
}

/** A repository with hooks, `minutes` into sprint 3, whose journal holds `opening(minutes)`. */
export function inSprint(minutes = 5, init: readonly string[] = [], name = 'repository'): Repository {
  const isUsual = init.length === 0 && name === 'repository';
  const repository = isUsual ? openedSprint(minutes).copy() : openSprint(Repository.create(init, name), minutes);
  return repository.hook('pre-commit').hook('pre-merge-commit');
}

function openSprint(repository: Repository, minutes: number): Repository {
  repository.commit(-minutes, sprintFiles(minutes, 3, [opening(minutes)]));
  return repository;
}

const openedSprints = new Map<number, Repository>();

/** To be copied: hundreds of tests start from one, and git takes its time for each. */
function openedSprint(minutes: number): Repository {
  const opened = openedSprints.get(minutes) ?? openSprint(Repository.create(), minutes);
  openedSprints.set(minutes, opened);
  return opened;
}

/**
 * A sprint on `work`, not pushed yet, that started from `main`, which `origin` (a bare repository beside) holds.
 * The pre-push hook is the checker.
 */
export function withOrigin(minutes = 5, init: readonly string[] = []): { repository: Repository; origin: Repository } {
  const repository = Repository.create(init);
  const origin = repository.bare('origin.git', ...init.filter((argument) => argument.startsWith('--object-format')));
  repository.git('checkout', '--quiet', '-b', 'main');
  repository.commit(-120, { 'README.md': '# Tours\n' });
  repository.git('remote', 'add', 'origin', origin.path);
  repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
  repository.git('remote', 'set-head', 'origin', 'main');
  repository.git('checkout', '--quiet', '-b', 'work');
  repository.commit(-minutes, sprintFiles(minutes, 3, [opening(minutes)]));
  repository.hook('pre-push');
  return { repository, origin };
}
