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
import { snapshotOf } from '../helpers/memory.ts';

const rc = (given: object) => ({ '.sprint-checkrc.json': JSON.stringify(given) });
const inSprint = { 'docs/sprints/S3/PLAN.md': '' };
const nothing = snapshotOf({});
const english = snapshotOf(rc({ lang: 'en' }));
const french = snapshotOf(rc({ lang: 'fr' }));
const broken = snapshotOf({ ...inSprint, '.sprint-checkrc.json': '{' });
const sprintAlone = snapshotOf(inSprint);

describe('the config that judges', () => {
  const lang = async (...given: Parameters<typeof readPolicy>) => (await readPolicy(...given)).config.lang;

  test('is that of base', async () => {
    expect(await lang(french, english)).toBe('fr');
    expect(await lang(french, nothing)).toBe('fr');
  });

  test('is the defaults, where base has a sprint and no config, or one that is broken', async () => {
    expect((await readPolicy(sprintAlone, french)).config).toBe(defaultConfig);
    expect((await readPolicy(broken, french)).config).toBe(defaultConfig);
  });

  test('is the snapshot’s own, where base has neither config nor sprint, or there is none', async () => {
    expect(await lang(nothing, french)).toBe('fr');
    expect(await lang(null, french)).toBe('fr');
    expect((await readPolicy(null, nothing)).config).toBe(defaultConfig);
  });

  test('is what takes its place in a range, where that is given', async () => {
    const other: Config = { ...defaultConfig, lang: 'en' };
    expect(await lang(null, french, async () => other)).toBe('en');
    expect(await lang(french, nothing, async () => other)).toBe('fr');
    expect((await readPolicy(null, french, async () => null)).config).toBe(defaultConfig);
  });

  test('is not asked of a snapshot whose own is broken: it says so', async () => {
    await expect(readPolicy(french, broken)).rejects.toBeInstanceOf(Failure);
    // Without the snapshot it is the same, but for that.
    expect((await judgingConfig(french, async () => null)).lang).toBe('fr');
    expect(await judgingConfig(null, async () => null)).toBe(defaultConfig);
  });
});

test('the report says where the judged change alters the config', async () => {
  const changed = async (...given: (typeof nothing)[]) =>
    (await readPolicy(given[0] ?? null, given[1] ?? nothing)).configChanged;
  expect(await changed(french, english)).toBe(true);
  expect(await changed(french, snapshotOf(rc({ lang: 'fr' })))).toBe(false);
  expect(await changed(french, nothing)).toBe(true);
  expect(await changed(sprintAlone, french)).toBe(true);
  expect(await changed(sprintAlone, sprintAlone)).toBe(false);
  expect(await changed(nothing, french)).toBe(false);
});

test('a snapshot has no say where it has neither config nor sprint', async () => {
  expect(await baseConfig(nothing)).toBe(null);
  expect(await baseConfig(sprintAlone)).toBe(defaultConfig);
  expect(await baseConfig(snapshotOf({ 'PO_NOTES.md': '```yaml\nsprint_id: 3\n```\n' }))).toBe(defaultConfig);
});

test('of several commits the first one in a sprint has the say, by its own config', async () => {
  const elsewhere = { ...rc({ sprints: 'sprints', lang: 'fr' }), 'sprints/S3/PLAN.md': '' };
  expect(await firstConfigInSprint([])).toBe(null);
  expect(await firstConfigInSprint([nothing, french])).toBe(null);
  expect((await firstConfigInSprint([english, snapshotOf(elsewhere), sprintAlone]))?.lang).toBe('fr');
  expect(await firstConfigInSprint([english, sprintAlone, snapshotOf(elsewhere)])).toBe(defaultConfig);
  expect(await firstConfigInSprint([broken])).toBe(defaultConfig);
});

test('the config of files by themselves is theirs or the defaults, or says that it is broken', async () => {
  expect((await ownConfig(french)).lang).toBe('fr');
  expect(await ownConfig(sprintAlone)).toBe(defaultConfig);
  await expect(ownConfig(broken)).rejects.toBeInstanceOf(Failure);
});

test('the config of a snapshot is looked for at its root, in a file', async () => {
  expect(await configAt(snapshotOf({ 'a/.sprint-checkrc.json': '{"lang": "fr"}' }))).toBe(null);
  expect(await configAt(snapshotOf({ '.sprint-checkrc.yaml/a': '' }))).toBe(null);
  expect(await configAt(snapshotOf({ 'package.json': '{"name": "shop"}' }))).toBe(null);
  expect(await configAt(snapshotOf({ 'package.json': '{"sprint-check": {"lang": "fr"}}' }))).toMatchObject({
    lang: 'fr',
  });
  expect(await configAt(snapshotOf({ '.sprint-checkrc.yaml': 'lang: fr\n' }))).toMatchObject({ lang: 'fr' });
  const twice = { ...rc({ lang: 'fr' }), '.sprint-checkrc.yaml': 'lang: fr\n' };
  expect(await configAt(snapshotOf(twice))).toBeInstanceOf(Failure);
  expect(await configAt(broken)).toBeInstanceOf(Failure);
});
