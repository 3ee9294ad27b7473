import { syntaxWords } from '../words/syntax.js';
import { unreadableWords } from '../words/yaml.js';
import type { JsonFault, Wanted } from './problem.js';
import { type ConfigWords, dropOneOf, place, typed } from './typed.js';

/** What is said of a broken config, in English. */
export const english: ConfigWords = {
  unreadable: (problem) => unreadableWords.en(problem.reason, place(problem)),
  'json-syntax': (problem) => ({
    message: `${place(problem)} is not JSON: ${json[problem.fault].says}.`,
    help: json[problem.fault].help,
  }),
  'yaml-syntax': (problem) => {
    const { message, help } = syntaxWords.en(problem.problem);
    return { message: `${place(problem)}: ${message}`, help };
  },
  'duplicate-key': (problem) => ({
    message: `${place(problem)} sets ${JSON.stringify(problem.key)} a second time.`,
    help: 'delete one of the two',
  }),
  'two-sources': ({ file, other }) => ({
    message: `There are two configs, in ${other} and in ${file}.`,
    help: `keep one of them, for example: ${dropOneOf([file, other])}`,
  }),
  'unknown-key': (problem) => ({
    message: `${place(problem)}: the config has no key ${JSON.stringify(problem.key)}.`,
    help: problem.suggestion ? `did you mean "${problem.suggestion}"?` : 'delete it',
  }),
  'unknown-rule': (problem) => ({
    message: `${place(problem)}: there is no rule ${JSON.stringify(problem.rule)}.`,
    help: problem.suggestion ? `did you mean "${problem.suggestion}"?` : 'list the rules: sprint-check explain',
  }),
  'wrong-value': (problem) => ({
    message: `${place(problem)}: ${problem.subject} must be ${wanted[problem.wanted]}.`,
    help: `write, for example: ${typed(problem.file, problem.key)}`,
  }),
  'freeze-after-timebox': (problem) => ({
    message: `${place(problem)}: the freeze, after ${problem.freezeAfter} minutes, lies beyond the timebox of ${problem.timebox}.`,
    help: `write, for example: ${typed(problem.file, 'freezeAfter', problem.timebox)}`,
  }),
};

const wanted: Readonly<Record<Wanted, string>> = {
  mapping: 'a mapping of keys to values',
  text: 'a text',
  path: 'a relative path with "/", without ".."',
  branch: 'the name of a branch, without blanks',
  globs: 'a list of globs',
  glob: 'a glob, a text that is not empty',
  minutes: 'a whole number of minutes, from 1 to 100000000',
  addresses: 'a list of e-mail addresses',
  address: 'an e-mail address',
  severities: 'a mapping of rules to "error", "warn" or "off"',
  severity: '"error", "warn" or "off"',
  language: '"en" or "fr"',
};

const json: Readonly<Record<JsonFault, { says: string; help: string }>> = {
  comment: { says: 'it has no comments', help: 'delete the comment' },
  'trailing-comma': { says: 'nothing follows this comma', help: 'delete the comma' },
  key: { says: 'a key in double quotes is expected here', help: 'write: "key": value' },
  colon: { says: 'a colon is expected here', help: 'write: "key": value' },
  comma: { says: 'a comma is expected here', help: 'put a comma between the two' },
  value: {
    says: 'a value is expected here',
    help: 'write a text in double quotes, a number, true, false, null, [ or {',
  },
  unclosed: { says: 'a bracket is never closed', help: 'close it with } or ]' },
  'unclosed-string': { says: 'a text is never closed', help: 'close it with "' },
  escape: { says: 'a backslash starts no escape that JSON knows', help: 'write the backslash twice: \\\\' },
  'control-character': { says: 'a text holds a raw control character', help: 'write it as an escape, such as \\t' },
  'text-after': { says: 'something follows the end', help: 'delete what follows' },
};
