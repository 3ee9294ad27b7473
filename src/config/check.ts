import validate from '../../schemas/config.schema.json?validator';
import { escapeSegment, pointerSegments } from '../yaml/pointer.js';
import { type Config, defaultConfig } from './config.js';
import type { ConfigProblem } from './problem.js';
import type { Source } from './source.js';
import { type ConfigKey, configFailure, problemAt, unknownKey, wrongValue } from './words.js';

type Written = Partial<Config> & { $schema?: string };

const examples: Partial<Record<ConfigKey, unknown>> = {
  $schema: './node_modules/sprint-check/schemas/config.schema.json',
  allowAfterFreeze: ['docs/**'],
  po: ['po@example.com'],
  rules: { 'branch/sprint': 'off' },
  lang: 'en',
};

const configKeys = [...Object.keys(defaultConfig), '$schema'];

/** Returns the config, defaults filled in. Throws Failure that lists what is wrong, in the order of the file. */
export function checkConfig(source: Source, ruleIds: readonly string[]): Config {
  const problems = [...schemaProblems(source), ...unknownRules(source, ruleIds)];
  if (problems.length > 0) throw configFailure(problems.sort(byLocation));
  const { $schema: _, ...written } = source.value as Written;
  const config = { ...defaultConfig, ...written };
  if (config.freezeAfter > config.timebox) {
    throw configFailure([valueProblem(source, written.freezeAfter === undefined ? '/timebox' : '/freezeAfter')]);
  }
  return { ...config, notes: normalisePath(config.notes), sprints: normalisePath(config.sprints) };
}

/** Returns one problem for each place, however many of the schema's keywords the value there breaks. */
function schemaProblems(source: Source): ConfigProblem[] {
  if (validate(source.value)) return [];
  const problems = new Map<string, ConfigProblem>();
  for (const { keyword, instancePath, params } of validate.errors ?? []) {
    if (keyword === 'additionalProperties') {
      const pointer = `${instancePath}/${escapeSegment(params.additionalProperty)}`;
      problems.set(pointer, keyProblem(source, pointer, params.additionalProperty, configKeys));
    } else problems.set(instancePath, valueProblem(source, instancePath));
  }
  return [...problems.values()];
}

function keyProblem({ file, locate }: Source, pointer: string, name: string, known: readonly string[]): ConfigProblem {
  return problemAt(file, locate(pointer, 'key'), unknownKey(name, known));
}

function valueProblem({ file, value, locate }: Source, pointer: string): ConfigProblem {
  const [key = null, item] = pointerSegments(pointer) as [ConfigKey?, string?];
  return problemAt(file, locate(pointer), wrongValue(key, example()));

  function example(): string {
    if (key === null) return file === 'package.json' ? '"sprint-check": { "timebox": 25 }' : '{ "timebox": 25 }';
    return key === 'rules' && item !== undefined
      ? jsonPair(item, 'warn')
      : jsonPair(key, exampleOf(key, value as Written));
  }
}

/** Returns a value that is valid together with the other keys' values. */
function exampleOf(key: ConfigKey, { freezeAfter, timebox }: Written): unknown {
  if (key === 'freezeAfter' && isMinutes(timebox)) return Math.min(defaultConfig.freezeAfter, timebox);
  if (key === 'timebox' && isMinutes(freezeAfter)) return Math.max(defaultConfig.timebox, freezeAfter);
  return examples[key] ?? defaultConfig[key as keyof Config];
}

function isMinutes(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1;
}

function jsonPair(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

function unknownRules(source: Source, ruleIds: readonly string[]): ConfigProblem[] {
  const rules = (source.value as Written | null)?.rules;
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return [];
  const unknown = Object.keys(rules).filter((name) => !ruleIds.includes(name));
  return unknown.map((name) => keyProblem(source, `/rules/${escapeSegment(name)}`, name, ruleIds));
}

function normalisePath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

function byLocation({ location: one }: ConfigProblem, { location: other }: ConfigProblem): number {
  if (!one || !other) return 0;
  return one.line - other.line || one.column - other.column;
}
