import validate from '../../schemas/config.schema.json?validator';
import { nearest } from '../nearest.js';
import { escapeSegment, pointerSegments } from '../yaml/pointer.js';
import { type Config, defaultConfig } from './config.js';
import type { ConfigProblem, Wanted } from './problem.js';
import type { Source } from './source.js';

type Written = Partial<Config> & { $schema?: string };

/** What each key has to be, with a value that shows it where the default does not. */
const keys: Readonly<Record<keyof Written, { readonly wanted: Wanted; readonly example?: unknown }>> = {
  $schema: { wanted: 'text', example: './node_modules/sprint-check/schemas/config.schema.json' },
  notes: { wanted: 'path' },
  sprints: { wanted: 'path' },
  branches: { wanted: 'globs' },
  push: { wanted: 'globs' },
  sprintBranch: { wanted: 'branch' },
  freezeAfter: { wanted: 'minutes' },
  timebox: { wanted: 'minutes' },
  allowAfterFreeze: { wanted: 'globs', example: ['docs/**'] },
  po: { wanted: 'addresses', example: ['po@example.com'] },
  developers: { wanted: 'names' },
  rules: { wanted: 'severities', example: { 'branch/sprint': 'off' } },
  lang: { wanted: 'language', example: 'en' },
};

/** Checks the value of a config: either problems, in the order of the file, or the config with its defaults. */
export function checkConfig(source: Source, ruleIds: readonly string[]): ConfigProblem[] | Config {
  const problems = [...schemaProblems(source), ...unknownRules(source, ruleIds)];
  if (problems.length > 0) return problems.sort(byLocation);
  const { $schema: _, ...written } = source.value as Written;
  const config = { ...defaultConfig, ...written };
  const { freezeAfter, timebox } = config;
  if (freezeAfter > timebox) {
    const location = source.locate(written.freezeAfter === undefined ? '/timebox' : '/freezeAfter');
    return [{ kind: 'freeze-after-timebox', file: source.file, location, freezeAfter, timebox }];
  }
  return { ...config, notes: normalisePath(config.notes), sprints: normalisePath(config.sprints) };
}

/** One problem for each place, whatever number of the schema's keywords the value there breaks. */
function schemaProblems(source: Source): ConfigProblem[] {
  if (validate(source.value)) return [];
  const problems = new Map<string, ConfigProblem>();
  for (const { keyword, instancePath, params } of validate.errors ?? []) {
    const unknown = keyword === 'additionalProperties';
    const pointer = unknown ? `${instancePath}/${escapeSegment(params.additionalProperty)}` : instancePath;
    problems.set(pointer, unknown ? unknownKey(source, params.additionalProperty) : wrongValue(source, pointer));
  }
  return [...problems.values()];
}

function unknownKey({ file, locate }: Source, name: string): ConfigProblem {
  const location = locate(`/${escapeSegment(name)}`, 'key');
  return { kind: 'unknown-key', file, location, name, suggestion: nearest(name, Object.keys(keys)) };
}

function wrongValue({ file, value, locate }: Source, pointer: string): ConfigProblem {
  const [key, item] = pointerSegments(pointer) as [(keyof Written)?, string?];
  const location = locate(pointer);
  if (key === undefined) {
    const whole = '{ "timebox": 25 }';
    const example = file === 'package.json' ? `"sprint-check": ${whole}` : whole;
    return { kind: 'wrong-value', file, location, key: null, wanted: 'mapping', example };
  }
  const example =
    key === 'rules' && item !== undefined ? typed(item, 'warn') : typed(key, exampleOf(key, value as Written));
  return { kind: 'wrong-value', file, location, key, wanted: keys[key].wanted, example };
}

/** A value that would do, beside those that the other keys have. */
function exampleOf(key: keyof Written, { freezeAfter, timebox }: Written): unknown {
  if (key === 'freezeAfter' && isMinutes(timebox)) return Math.min(defaultConfig.freezeAfter, timebox);
  if (key === 'timebox' && isMinutes(freezeAfter)) return Math.max(defaultConfig.timebox, freezeAfter);
  return keys[key].example ?? defaultConfig[key as keyof Config];
}

function isMinutes(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1;
}

/** A key and its value as JSON, which YAML reads too. */
function typed(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

function unknownRules({ file, value, locate }: Source, ruleIds: readonly string[]): ConfigProblem[] {
  const rules = (value as Written | null)?.rules;
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return [];
  const unknown = Object.keys(rules).filter((name) => !ruleIds.includes(name));
  return unknown.map((name) => {
    const location = locate(`/rules/${escapeSegment(name)}`, 'key');
    return { kind: 'unknown-rule', file, location, name, suggestion: nearest(name, ruleIds) };
  });
}

function normalisePath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

function byLocation({ location: one }: ConfigProblem, { location: other }: ConfigProblem): number {
  if (!one || !other) return 0;
  return one.line - other.line || one.column - other.column;
}
