import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/report/colors.ts';
import { status as watched } from '../../src/status/status.ts';
import { Repository } from '../helpers/repository.ts';
import {
  answer,
  artefacts,
  at,
  entry,
  header,
  inSprint,
  journal,
  journal3,
  journalPath,
  notes,
  opening,
  refusal,
} from '../helpers/sprint.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/report.schema.json'), 'utf8'));
const ajv = new Ajv2020({ strict: false });
(addFormats as unknown as (validator: Ajv2020) => void)(ajv);
const isReport = ajv.compile(schema);

function status(repository: Repository, ...args: string[]): string {
  const { exit, stdout, stderr } = repository.cli(['status', ...args]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(stdout.split('\n').length).toBeLessThan(60);
  return stdout;
}

function report(repository: Repository) {
  const read = JSON.parse(repository.cli(['status', '--format', 'json']).stdout);
  expect(isReport(read), ajv.errorsText(isReport.errors)).toBe(true);
  return read;
}

describe('a sprint', () => {
  test('says its time, what awaits an answer, its artefacts and what comes next', () => {
    const shown = status(inSprint(5));
    expect(shown).toMatch(/^Sprint S3: 1[67] min \d\d s left before the freeze at /);
    expect(shown).toMatch(/█{5}░{17} {2}S3 started at .* \(started_at\)/);
    expect(shown).toContain('The PO has not answered yet.');
    expect(shown).toContain(
      '1 entry awaits the PO’s answer:\n  S3, entry 1: Sprint S3 — validation prod\n    Read the plan.',
    );
    for (const name of artefacts) expect(shown).toContain(`✔ ${name}`);
    expect(shown).toMatch(/Next: npx sprint-check log --did "what is done" --ask "what to test" --context "where"\n$/);
  });

  test('in French', () => {
    const shown = status(inSprint(5), '--lang', 'fr');
    expect(shown).toContain('1 entrée attend la réponse du PO');
    expect(shown).toContain('a commencé à');
  });

  test('that is frozen awaits the PO’s answer, and the developer’s next sprint', () => {
    expect(status(inSprint(23))).toMatch(
      /frozen since[\s\S]*█{22}[^░]*For the PO: npx sprint-check reply OK, .*\nNext: npx sprint-check start\n$/,
    );
  });

  test('that is frozen and answered awaits the next sprint alone', () => {
    const answered = journal(opening(23, { status: 'done' }), answer());
    const shown = status(inSprint(23).write({ [journal3]: answered }));
    expect(shown).toMatch(/No entry awaits an answer\.[\s\S]*Next: npx sprint-check start\n$/);
    expect(shown).not.toContain('For the PO');
  });

  test('whose start lies in the journal alone', () => {
    const repository = inSprint(5).write({ 'PO_NOTES.md': notes({ started_at: undefined }) });
    repository.commit(-4, { 'PO_NOTES.md': notes({ started_at: undefined }) });
    expect(status(repository)).toContain('(the when of line 2)');
  });

  test('whose start was moved on disk still has the start of HEAD', () => {
    const repository = inSprint(5).write({ 'PO_NOTES.md': notes({ started_at: at(-1) }) });
    expect(status(repository)).toMatch(/1[67] min \d\d s left/);
  });

  test('what the PO has to run is listed', () => {
    const actions = ['npm run seed', 'psql -f schema.sql'];
    const repository = inSprint().write({ [journal3]: journal(opening(5, { actions })) });
    expect(status(repository)).toContain(
      '    for the PO to run: npm run seed\n    for the PO to run: psql -f schema.sql\n',
    );
    expect(report(repository).pending).toEqual([
      { sprint: 3, entry: 0, topic: 'Sprint S3 — validation prod', ask: 'Read the plan.', actions },
    ]);
  });

  test('as JSON', () => {
    const {
      command,
      ok,
      sprint,
      lastWord,
      artefacts: present,
    } = report(inSprint(5).write({ 'docs/sprints/S3/DEMO.md': null }));
    expect({ command, ok, sprint }).toMatchObject({ command: 'status', ok: true, sprint: { id: 3, frozen: false } });
    expect(lastWord).toBeNull();
    expect(present).toMatchObject({ 'PLAN.md': true, 'DEMO.md': false, 'INTERACTIONS.yaml': true });
  });
});

describe('the PO’s last word', () => {
  test('is that of the highest-numbered journal that has one', () => {
    const repository = inSprint().write({
      [journalPath(1)]: journal(entry({ topic: 'Sprint S1', status: 'done' }), answer({ topic: 'Sprint S1' })),
      [journalPath(2)]: journal(entry({ topic: 'Sprint S2', status: 'done' }), { ...refusal, topic: 'Sprint S2' }),
    });
    expect(status(repository)).toMatch(
      /from which work resumes: KO \(action: fix, docs\/sprints\/S2\/INTERACTIONS\.yaml\)\n {4}The search finds nothing\./,
    );
    const word = { sprint: 2, entry: 1, when: null, reply: 'KO', details: 'The search finds nothing.', action: 'fix' };
    expect(report(repository).lastWord).toEqual(word);
  });

  test('is unknown while a newer journal can’t be read', () => {
    const repository = inSprint().write({ [journal3]: `${journal(opening(), refusal)}x: [\n` });
    const text = status(repository);
    expect(text).toContain(`What the PO said last is unknown until ${journal3} is repaired: npx sprint-check fix`);
    expect(text).not.toMatch(/has not answered|No entry awaits/);
    expect(report(repository).lastWord).toBeNull();
  });

  test('answers what stands above it', () => {
    const repository = inSprint().write({ [journal3]: journal(opening(), answer(), entry({ did: 'More.' })) });
    expect(report(repository).pending).toMatchObject([{ sprint: 3, entry: 2 }]);
  });
});

describe('what is broken', () => {
  test('a journal is one line, with the command that names the cause', () => {
    const repository = inSprint().write({ [journal3]: '- who: a: b: c\n\t- x' });
    const shown = status(repository);
    expect(shown).toContain(`✖ ${journal3} has errors; to see which: npx sprint-check fix "${journal3}"\n`);
    expect(shown).toMatch(/Next: npx sprint-check fix/);
  });

  test('a header is told with what mends it', () => {
    const shown = status(inSprint().write({ 'PO_NOTES.md': header({ sprint_id: '[' }) }));
    expect(shown).toContain('✖ PO_NOTES.md:2:12: sprint_id is not a whole number from 1.\n    sprint_id: 3\n');
    expect(shown).toMatch(/Next: correct "PO_NOTES.md", then: npx sprint-check status\n$/);
  });

  test('no sprint, and no journal', () => {
    expect(status(Repository.create())).toBe(
      'No sprint is open.\nThe PO has not answered yet.\nNext: npx sprint-check start\n',
    );
    expect(status(inSprint().write({ 'PO_NOTES.md': notes({ sprint_id: 4 }) }))).toMatch(
      /Next: npx sprint-check start 4\n$/,
    );
    expect(report(Repository.create())).toMatchObject({ ok: true, sprint: null, pending: [] });
  });

  test('a journal that is in HEAD alone comes back from there', () => {
    expect(status(inSprint().write({ [journal3]: null }))).toContain(`Next: git checkout HEAD -- "${journal3}"\n`);
  });

  test('a journal that a commit deleted comes back from before it', () => {
    const repository = inSprint();
    const deleted = repository.commit(-3, { [journal3]: null });
    repository.commit(-2, { 'README.md': '# Tours\n' });
    const next = /Next: (.*)\n$/.exec(status(repository))?.[1];
    expect(next).toBe(`git checkout ${deleted.slice(0, 10)}~1 -- "${journal3}"`);
    repository.run('sh', ['-c', `${next}`]);
    expect(status(repository)).toContain('1 entry awaits');
  });

  test('a header in conflict does not say that no sprint is open', () => {
    const torn = notes().replace(/started_at: .*/, '<<<<<<< HEAD\n$&\n=======\n$&\n>>>>>>> other');
    const shown = status(Repository.create().write({ 'PO_NOTES.md': torn }));
    expect(shown).toMatch(/^✖ PO_NOTES.md:\d+:1: There is an unresolved merge conflict here\.\n/);
    expect(shown).not.toContain('No sprint is open');
  });

  test('outside a repository, and with a broken config, it is exit 2', () => {
    const nowhere = Repository.create().write({ '.git': null });
    expect(nowhere.cli(['status'])).toMatchObject({ exit: 2, stdout: '' });
    const broken = inSprint().write({ '.sprint-checkrc.json': '{ "nots": 1 }' });
    expect(broken.cli(['status', '--format', 'json'])).toMatchObject({
      exit: 2,
      stdout: expect.stringContaining('"config"'),
    });
  });
});

test('however much the journal holds, it is under 60 lines', () => {
  const long = entry({
    ask: 'a\nb\nc\nd\n'.repeat(50),
    actions: Array.from({ length: 50 }, (_, index) => `run ${index}`),
  });
  const word = answer({ reply: 'KO', details: 'x\n'.repeat(300), action: 'fix' });
  const entries = Array.from({ length: 100 }, () => long);
  const shown = status(inSprint().write({ [journal3]: journal(opening(), word, ...entries) }));
  expect(shown).toContain('100 entries await');
  expect(shown).toContain('  and 96 more\n');
  expect(shown).toContain('    and 45 more\n');
});

test('control characters of a journal are shown, not obeyed', () => {
  const shown = status(
    inSprint().write({ [journal3]: journal(opening(5, { ask: 'a\u001b[2Jb', topic: 'Sprint S3 \u202e' })) }),
  );
  expect(shown).toContain('a\\u001b[2Jb');
  for (const character of ['\u001b', '\u202e']) expect(shown).not.toContain(character);
});

test('it writes nothing', () => {
  const repository = inSprint();
  const before = repository.fingerprint();
  status(repository);
  expect(repository.fingerprint()).toBe(before);
});

test('--watch prints once where there is no terminal', () => {
  expect(status(inSprint(), '--watch').match(/Artefacts:/g)).toHaveLength(1);
});

/** Runs `status --watch` on a terminal of so many rows. */
function watchOn(writeOutput: (text: string) => void, rows?: number, env = {}) {
  const { path: directory, environment } = inSprint(5);
  return watched(true, false, {
    ...{ directory, environment: { ...environment, ...env }, now: 0, language: 'en', colors: plain, quiet: false },
    isTerminal: { input: true, output: true },
    streams: () => ({ input: process.stdin, output: Object.assign(new PassThrough(), { rows }) }),
    readInput: async () => '',
    writeOutput,
    writeError: () => {},
  });
}

/** What it draws at first and a second later. */
async function draws(rows?: number): Promise<string[]> {
  const drawn: string[] = [];
  const writeOutput = (text: string) => {
    drawn.push(text);
    if (drawn.length === 2) throw new Error('interrupted');
  };
  await expect(watchOn(writeOutput, rows)).rejects.toThrow('interrupted');
  return drawn;
}

test('--watch prints once on a terminal that can’t be drawn on', async () => {
  const printed: string[] = [];
  await watchOn((text) => printed.push(text), 40, { TERM: 'dumb' });
  expect(printed).toHaveLength(1);
  expect(printed.join()).not.toContain('\u001b');
});

test('--watch draws again on a terminal, over what it drew', async () => {
  const drawn = await draws();
  for (const draw of drawn) expect(draw).toMatch(/left before the freeze[\s\S]*Next: /);
  expect(drawn.map((draw) => draw.startsWith('\u001b[2J'))).toEqual([true, false]);
});

test('--watch draws no more lines than the terminal has', async () => {
  const [first = ''] = await draws(5);
  expect(first.match(/\n/g)).toHaveLength(4);
  expect(first).toContain('left before the freeze');
});

test('colours are for terminals', () => {
  const repository = inSprint();
  expect(status(repository)).not.toContain('\u001b');
  expect(status(repository, '--color')).toContain('\u001b');
});
