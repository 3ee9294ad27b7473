import validate from '../../schemas/config.schema.json?validator';
import { nearest } from '../nearest.js';
import { ruleIds } from '../rules/list.js';
import { escapeSegment, pointerSegments } from '../yaml/pointer.js';
import { type Config, defaultConfig } from './config.js';
import type { ConfigKey, ConfigProblem, Wanted } from './problem.js';
import type { Source } from './source.js';

const wanted: Readonly<Record<ConfigKey, { readonly whole: Wanted; readonly item: Wanted }>> = {
  $schema: { whole: 'text', item: 'text' },
  notes: { whole: 'path', item: 'path' },
  sprints: { whole: 'path', item: 'path' },
  branches: { whole: 'globs', item: 'glob' },
  push: { whole: 'globs', item: 'glob' },
  sprintBranch: { whole: 'branch', item: 'branch' },
  freezeAfter: { whole: 'minutes', item: 'minutes' },
  timebox: { whole: 'minutes', item: 'minutes' },
  allowAfterFreeze: { whole: 'globs', item: 'glob' },
  po: { whole: 'addresses', item: 'address' },
  developers: { whole: 'text', item: 'text' },
  schema: { whole: 'path', item: 'path' },
  rules: { whole: 'severities', item: 'severity' },
  lang: { whole: 'language', item: 'language' },
};

/** The keys that a config may have. */
const configKeys = Object.keys(wanted) as ConfigKey[];

/** Checks the value of a config: either problems, in the order of the file, or the config with its defaults. */
export function checkConfig(source: Source): ConfigProblem[] | Config {
  const problems = [...breaksOfSchema(source), ...unknownRules(source)];
  if (problems.length > 0) return problems.sort(byLocation);
  const { $schema: _, ...written } = source.value as Partial<Config> & { $schema?: string };
  const config: Config = { ...defaultConfig, ...written };
  const { freezeAfter, timebox } = config;
  if (freezeAfter > timebox) {
    const location = source.locate(written.freezeAfter === undefined ? '/timebox' : '/freezeAfter');
    return [{ kind: 'freeze-after-timebox', file: source.file, location, freezeAfter, timebox }];
  }
  return {
    ...config,
    notes: normalisePath(config.notes),
    sprints: normalisePath(config.sprints),
    schema: config.schema === null ? null : normalisePath(config.schema),
  };
}

/** One problem for each place, whatever number of the schema's keywords the value there breaks. */
function breaksOfSchema(source: Source): ConfigProblem[] {
  if (validate(source.value)) return [];
  const problems = new Map<string, ConfigProblem>();
  for (const { keyword, instancePath, params } of validate.errors ?? []) {
    const unknown = keyword === 'additionalProperties';
    const pointer = unknown ? `${instancePath}/${escapeSegment(params.additionalProperty)}` : instancePath;
    const problem = unknown ? unknownKey(source, pointer, params.additionalProperty) : wrongValue(source, pointer);
    problems.set(pointer, problem);
  }
  return [...problems.values()];
}

function unknownKey({ file, locate }: Source, pointer: string, key: string): ConfigProblem {
  return { kind: 'unknown-key', file, location: locate(pointer, 'key'), key, suggestion: nearest(key, configKeys) };
}

function wrongValue({ file, locate }: Source, pointer: string): ConfigProblem {
  const [key, item] = pointerSegments(pointer) as [ConfigKey?, string?];
  const location = locate(pointer);
  if (key === undefined) return { kind: 'wrong-value', file, location, key: null, subject: file, wanted: 'mapping' };
  if (item === undefined) {
    return { kind: 'wrong-value', file, location, key, subject: key, wanted: wanted[key].whole };
  }
  const subject = `${key}[${key === 'rules' ? JSON.stringify(item) : item}]`;
  return { kind: 'wrong-value', file, location, key, subject, wanted: wanted[key].item };
}

function unknownRules({ file, value, locate }: Source): ConfigProblem[] {
  const rules = (value as { rules?: unknown } | null)?.rules;
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return [];
  return Object.keys(rules)
    .filter((rule) => !ruleIds.includes(rule))
    .map((rule) => {
      const location = locate(`/rules/${escapeSegment(rule)}`, 'key');
      return { kind: 'unknown-rule', file, location, rule, suggestion: nearest(rule, ruleIds) };
    });
}

function normalisePath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

function byLocation({ location: one }: ConfigProblem, { location: other }: ConfigProblem): number {
  if (!one || !other) return 0;
  return one.line - other.line || one.column - other.column;
}
