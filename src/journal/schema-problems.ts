import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import { nearest } from '../nearest.js';
import { escapeSegment, pointerSegments } from '../yaml/pointer.js';
import { plainOrQuoted } from '../yaml/quote.js';
import { answeredCount, answerKeys, isMapping, isPO } from './entries.js';
import type { Entry } from './journal.js';
import type { SchemaError, SchemaFault, SchemaProblem } from './schema-problem.js';
import { commentInPlaceOf, parentOf, placeOf, type Source, valueAt, valueCutByComma } from './source.js';
import { textFault } from './texts.js';

/** Groups a validator's errors into one problem for each mistake, in the order of the file. */
export function schemaProblems(errors: readonly SchemaError[], source: Source): SchemaProblem[] {
  const replies = errors.map(({ instancePath }) => instancePath).filter((path) => isTemplateAnswer(path, source));
  const templates = new Set(replies.map(parentOf));
  const others = errors.filter(({ instancePath }) => !templates.has(entryOf(instancePath)));
  const answers = [...templates].map((path) => ({ kind: 'template-answer' as const, ...placeOf(path, source) }));
  const unknown = unknownKeys(others, source);
  const missing = missingKeys(others, source, unknown);
  return [...answers, ...unknown, ...missing, ...wrongValues(others, source)].sort(
    ({ location: one }, { location: other }) => one.line - other.line || one.column - other.column,
  );
}

function isTemplateAnswer(path: string, { value }: Source): boolean {
  return /^\/\d+\/reply$/.test(path) && /^\s*OK\s*[|/]\s*KO\s*$/.test(String(valueAt(value, path)));
}

function entryOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

type UnknownKey = Extract<SchemaProblem, { kind: 'unknown-key' }>;

function unknownKeys(errors: readonly SchemaError[], source: Source): UnknownKey[] {
  const found = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  const problems = found.map(({ params, instancePath }): UnknownKey => {
    const key: string = params.additionalProperty;
    const path = `${instancePath}/${escapeSegment(key)}`;
    const entry = valueAt(source.value, instancePath);
    const known = knownKeys(entry);
    // To suggest a key that the entry already has would make a duplicate.
    const free = known.filter((each) => !Object.hasOwn(entry as object, each));
    const place = { ...placeOf(path, source), location: source.locate(path, 'key') };
    const isAnswer = known.includes('ask') && answerKeys.includes(place.key);
    return { kind: 'unknown-key', ...place, resembles: isAnswer ? null : nearest(key, free), known, isAnswer };
  });
  // The keys of an answer that stands in the ask's entry are one mistake.
  const ofAnswers = problems.filter(({ isAnswer }) => isAnswer);
  const isFirst = ({ path }: UnknownKey) =>
    ofAnswers.find((each) => entryOf(each.path) === entryOf(path))?.path === path;
  return problems.filter((problem) => !problem.isAnswer || isFirst(problem));
}

export function knownKeys(entry: Entry): string[] {
  const { developerEntry, ownerEntry, nobodysEntry } = schema.$defs;
  if (isPO(entry)) return Object.keys(ownerEntry.properties);
  const isSigned = isMapping(entry) && typeof entry.who === 'string';
  return Object.keys((isSigned ? developerEntry : nobodysEntry).properties);
}

// A misspelt key is one mistake, although the right key is missing too.
function missingKeys(errors: readonly SchemaError[], source: Source, unknown: readonly UnknownKey[]): SchemaProblem[] {
  const misspelt = new Set(unknown.map(({ path, resembles }) => `${parentOf(path)}/${resembles}`));
  return errors.flatMap(({ keyword, instancePath, params }) => {
    const name: string = params.missingProperty;
    if (keyword !== 'required' || misspelt.has(`${instancePath}/${name}`)) return [];
    return [{ kind: 'missing-key', ...placeOf(instancePath, source), key: name, name }];
  });
}

const keywordsAboutKeys = new Set(['additionalProperties', 'required', 'if']);

/** Finds the values that break the schema. If one breaks several keywords, the first gives the reason. */
function wrongValues(errors: readonly SchemaError[], source: Source): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of errors) {
    const { instancePath: path, keyword } = error;
    if (keywordsAboutKeys.has(keyword) || problems.has(path)) continue;
    const problem = { ...placeOf(path, source), ...faultOf(error, source) };
    // Several commas in one value make several keys, but are one mistake.
    const cause = problem.kind === 'comma' ? `${parentOf(path)} ${problem.name} ${problem.written}` : path;
    if (!problems.has(cause)) problems.set(cause, problem);
  }
  return [...problems.values()];
}

const takesText = /^\/\d+\/(?:topic|did|ask|details|context|context\/.*|actions|actions\/\d+)$/s;

function faultOf({ keyword, params, instancePath: path, schemaPath }: SchemaError, source: Source): SchemaFault {
  const value = valueAt(source.value, path);
  if (path === '' && (value === null || Array.isArray(value))) return { kind: 'no-entries' };
  if (path === '') return { kind: 'not-a-list', wrapper: wrapperOf(source) };
  const inFile = source.textAt(source.locate(path));
  // A text's own characters; for any other value, those in the file.
  const written = typeof value === 'string' ? value : inFile;
  const isTextHere = takesText.test(path);
  if (value === null && !/^(?:~|null)$/i.test(inFile)) {
    const comment = isTextHere ? commentInPlaceOf(path, source) : null;
    if (comment !== null) return { kind: 'comment', written: comment };
    const cut = path.split('/').length > 3 ? valueCutByComma(path, source) : null;
    return cut ? { kind: 'comma', ...cut } : { kind: 'empty' };
  }
  if (keyword === 'enum') return wordFault(written, params.allowedValues, path, source);
  if (schemaPath.startsWith('#/$defs/when/')) return { kind: 'not-a-date', written };
  if (keyword === 'type') {
    const text = isTextHere && textFault(written)?.kind !== 'empty' ? written : null;
    return { kind: 'wrong-type', wanted: params.type, text };
  }
  return (typeof value === 'string' && textFault(value)) || { kind: 'empty' };
}

// entries:
//   - who: ChatGPT
/** Returns the only key of a document whose value is a list on the lines below it. */
function wrapperOf({ value, locate }: Source): string | null {
  const [key = '', ...others] = isMapping(value) ? Object.keys(value) : [];
  const path = `/${escapeSegment(key)}`;
  const isList = others.length === 0 && Array.isArray(valueAt(value, path));
  return isList && locate(path).line > locate(path, 'key').line ? plainOrQuoted(key) : null;
}

function wordFault(written: string, words: readonly string[], path: string, { value }: Source): SchemaFault {
  if (written.trim() === '') return { kind: 'empty' };
  const index = Number(pointerSegments(path)[0]);
  const entries = value as readonly Entry[];
  const entry = entries[index];
  // An ask that nobody has answered can't be done, whatever is written.
  const isOpen = path.endsWith('/status') && index >= answeredCount(entries);
  const resembles = isOpen ? 'pending' : nearest(written.replace(/[\s.,;!]+$/, ''), words);
  const needed = resembles === 'KO' ? ['details', 'action'] : [];
  const lacks = needed.filter((key) => !isMapping(entry) || !Object.hasOwn(entry, key));
  return { kind: 'unknown-word', written, words, resembles, lacks };
}
