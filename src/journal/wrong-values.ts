import { nearest } from '../nearest.js';
import { pointerSegments } from '../yaml/pointer.js';
import { answeredCount, isMapping } from './entries.js';
import type { Entry } from './journal.js';
import type { SchemaError, SchemaFault, SchemaProblem } from './schema-problem.js';
import { commentInPlaceOf, placeOf, type Source, valueAt } from './source.js';
import { isText, textFault } from './texts.js';

const aboutKeys = new Set(['additionalProperties', 'required', 'if']);

/** The values that break the schema. What breaks several keywords is wrong for one reason, which the first of them says. */
export function wrongValues(errors: readonly SchemaError[], source: Source): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of errors) {
    const { instancePath: path, keyword } = error;
    if (aboutKeys.has(keyword) || problems.has(path)) continue;
    problems.set(path, { ...placeOf(path, source), ...faultOf(error, source) });
  }
  return [...problems.values()];
}

/** Where any text may stand, by itself or in a list. */
const takesText = /^\/\d+\/(?:topic|did|ask|details|context|context\/.*|actions|actions\/\d+)$/s;

function faultOf({ keyword, params, instancePath: path, schemaPath }: SchemaError, source: Source): SchemaFault {
  const value = valueAt(source.value, path);
  if (path === '') return { kind: value === null || Array.isArray(value) ? 'no-entries' : 'not-a-list' };
  const inFile = source.textAt(source.locate(path));
  // A text's own characters, and of anything else those that the file has for it.
  const written = typeof value === 'string' ? value : inFile;
  const isTextHere = takesText.test(path);
  if (value === null && !/^(?:~|null)$/i.test(inFile)) {
    const comment = isTextHere ? commentInPlaceOf(path, source) : null;
    return comment !== null && isText(comment) ? { kind: 'comment', written: comment } : { kind: 'empty' };
  }
  if (keyword === 'enum') return wordFault(written, params.allowedValues, path, source);
  if (schemaPath.startsWith('#/$defs/when/')) return { kind: 'not-a-date', written };
  if (keyword === 'type') {
    const text = isTextHere && isText(written) ? written : null;
    return { kind: 'wrong-type', wanted: params.type, text };
  }
  return (typeof value === 'string' && textFault(value)) || { kind: 'empty' };
}

function wordFault(written: string, words: readonly string[], path: string, { value }: Source): SchemaFault {
  if (written.trim() === '') return { kind: 'empty' };
  const index = Number(pointerSegments(path)[0]);
  const entries = value as readonly Entry[];
  const entry = entries[index];
  // An ask that nobody has answered is not done, whatever stands there.
  const isOpen = path.endsWith('/status') && index >= answeredCount(entries);
  const resembles = isOpen ? 'pending' : nearest(written, words);
  const needed = resembles === 'KO' ? ['details', 'action'] : [];
  const lacks = needed.filter((key) => !isMapping(entry) || !Object.hasOwn(entry, key));
  return { kind: 'unknown-word', written, words, resembles, lacks };
}
