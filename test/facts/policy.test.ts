import { describe, expect, test } from 'vitest';
import { type Config, defaultConfig } from '../../src/config/config.ts';
import {
  baseConfig,
  configAt,
  firstConfigInSprint,
  judgingConfig,
  ownConfig,
  readPolicy,
} from '../../src/facts/policy.ts';
import { Failure } from '../../src/failure.ts';
import { files, snapshotOf } from '../helpers/memory.ts';

const rc = (given: object) => ({ '.sprint-checkrc.json': JSON.stringify(given) });
const inSprint = { 'docs/sprints/S3/PLAN.md': '' };
const nothing = snapshotOf({});
const english = snapshotOf(rc({ lang: 'en' }));
const french = snapshotOf(rc({ lang: 'fr' }));
const broken = snapshotOf({ ...inSprint, '.sprint-checkrc.json': '{' });
const sprintAlone = snapshotOf(inSprint);

describe('the config that judges', () => {
  const lang = async (...given: Parameters<typeof readPolicy> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await readPolicy(files, ...given)).config.lang;

  test('is that of base', async () => {
    expect(await lang(french, english)).toBe('fr');
    expect(await lang(french, nothing)).toBe('fr');
  });

  test('is the defaults, where base has a sprint and no config, or one that is broken', async () => {
    expect((await readPolicy(files, sprintAlone, french)).config).toBe(defaultConfig);
    expect((await readPolicy(files, broken, french)).config).toBe(defaultConfig);
  });

  test('is the snapshot’s own, where base has neither config nor sprint, or there is none', async () => {
    expect(await lang(nothing, french)).toBe('fr');
    expect(await lang(null, french)).toBe('fr');
    expect((await readPolicy(files, null, nothing)).config).toBe(defaultConfig);
  });

  test('is what takes its place in a range, where that is given', async () => {
    const other: Config = { ...defaultConfig, lang: 'en' };
    expect(await lang(null, french, async () => other)).toBe('en');
    expect(await lang(french, nothing, async () => other)).toBe('fr');
    expect((await readPolicy(files, null, french, async () => null)).config).toBe(defaultConfig);
  });

  test('is not asked of a snapshot whose own is broken: it says so', async () => {
    await expect(readPolicy(files, french, broken)).rejects.toBeInstanceOf(Failure);
    // Without the snapshot it is the same, but for that.
    expect((await judgingConfig(files, french, async () => null)).lang).toBe('fr');
    expect(await judgingConfig(files, null, async () => null)).toBe(defaultConfig);
  });
});

test('the report says where the judged change alters the config', async () => {
  const changed = async (...given: Parameters<typeof baseConfig>[1][]) =>
    (await readPolicy(files, given[0] ?? null, given[1] ?? nothing)).configChanged;
  expect(await changed(french, english)).toBe(true);
  expect(await changed(french, snapshotOf(rc({ lang: 'fr' })))).toBe(false);
  expect(await changed(french, nothing)).toBe(true);
  expect(await changed(sprintAlone, french)).toBe(true);
  expect(await changed(sprintAlone, sprintAlone)).toBe(false);
  expect(await changed(nothing, french)).toBe(false);
});

test('a snapshot has no say where it has neither config nor sprint', async () => {
  expect(await baseConfig(files, nothing)).toBe(null);
  expect(await baseConfig(files, sprintAlone)).toBe(defaultConfig);
  expect(await baseConfig(files, snapshotOf({ 'PO_NOTES.md': '```yaml\nsprint_id: 3\n```\n' }))).toBe(defaultConfig);
});

test('of several commits the first one in a sprint has the say, by its own config', async () => {
  const elsewhere = { ...rc({ sprints: 'sprints', lang: 'fr' }), 'sprints/S3/PLAN.md': '' };
  expect(await firstConfigInSprint(files, [])).toBe(null);
  expect(await firstConfigInSprint(files, [nothing, french])).toBe(null);
  expect((await firstConfigInSprint(files, [english, snapshotOf(elsewhere), sprintAlone]))?.lang).toBe('fr');
  expect(await firstConfigInSprint(files, [english, sprintAlone, snapshotOf(elsewhere)])).toBe(defaultConfig);
  expect(await firstConfigInSprint(files, [broken])).toBe(defaultConfig);
});

test('the config of files by themselves is theirs or the defaults, or says that it is broken', async () => {
  const own = (snapshot: typeof nothing) => ownConfig({ files, snapshot });
  expect((await own(french)).lang).toBe('fr');
  expect(await own(sprintAlone)).toBe(defaultConfig);
  await expect(own(broken)).rejects.toBeInstanceOf(Failure);
});

test('the config of a snapshot is looked for at its root, in a file', async () => {
  expect(await configAt(files, snapshotOf({ 'a/.sprint-checkrc.json': '{"lang": "fr"}' }))).toBe(null);
  expect(await configAt(files, snapshotOf({ '.sprint-checkrc.yaml/a': '' }))).toBe(null);
  expect(await configAt(files, snapshotOf({ 'package.json': '{"name": "shop"}' }))).toBe(null);
  expect(await configAt(files, snapshotOf({ 'package.json': '{"sprint-check": {"lang": "fr"}}' }))).toMatchObject({
    lang: 'fr',
  });
  expect(await configAt(files, snapshotOf({ '.sprint-checkrc.yaml': 'lang: fr\n' }))).toMatchObject({ lang: 'fr' });
  const twice = { ...rc({ lang: 'fr' }), '.sprint-checkrc.yaml': 'lang: fr\n' };
  expect(await configAt(files, snapshotOf(twice))).toBeInstanceOf(Failure);
  expect(await configAt(files, broken)).toBeInstanceOf(Failure);
});
