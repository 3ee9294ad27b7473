import type { SyntaxProblem, UnreadableReason } from '../yaml/problem.js';
import type { JsonFault, Wanted } from './problem.js';
import { type ConfigWords, dropOneOf, place, toUtf8, typed } from './typed.js';

/** What is said of a broken config, in English. */
export const english: ConfigWords = {
  unreadable: (problem) => ({
    message: `${place(problem)} can't be read as a config: it ${unreadable[problem.reason.kind]}.`,
    help: unreadableHelp[problem.reason.kind](problem.file),
  }),
  'json-syntax': (problem) => ({
    message: `${place(problem)} is not JSON: ${json[problem.fault].says}.`,
    help: json[problem.fault].help,
  }),
  'yaml-syntax': (problem) => ({
    message: `${place(problem)} is not one YAML 1.2 document: ${yaml[problem.problem.kind].says(problem.problem.subject)}.`,
    help: problem.problem.quoted ? `write: ${problem.problem.quoted}` : yaml[problem.problem.kind].help,
  }),
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

const unreadable: Readonly<Record<UnreadableReason['kind'], string>> = {
  symlink: 'is a symbolic link, and links are not followed',
  submodule: 'is a submodule',
  'lfs-pointer': 'is a pointer of Git LFS',
  'utf-16': 'is UTF-16, not UTF-8',
  'not-utf-8': 'is not UTF-8',
  'too-large': 'is over 1 MiB',
  'too-deep': 'is nested over 64 deep',
  'too-dense': 'holds over 120,000 keys, values and punctuation marks',
};

const unreadableHelp: Readonly<Record<UnreadableReason['kind'], (file: string) => string>> = {
  symlink: (file) => `put the file itself there, then: git add ${file}`,
  submodule: (file) => `git rm --cached ${file}`,
  'lfs-pointer': (file) => `git lfs untrack ${file} && git add --renormalize ${file}`,
  'utf-16': toUtf8,
  'not-utf-8': (file) => `save it as UTF-8, then: git add ${file}`,
  'too-large': (file) => `shorten it, then: git add ${file}`,
  'too-deep': (file) => `take levels out, then: git add ${file}`,
  'too-dense': (file) => `shorten it, then: git add ${file}`,
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

const yaml: Readonly<Record<SyntaxProblem['kind'], { says: (subject: string) => string; help: string }>> = {
  'reserved-value': { says: (value) => `${value} is no plain value`, help: 'put it in double quotes' },
  'duplicate-key': { says: (key) => `${key} stands twice`, help: 'delete one of the two' },
  'several-documents': { says: () => 'it holds several', help: 'delete the --- and what follows' },
  'yaml-version': { says: (version) => `it says %YAML ${version}`, help: 'delete the line' },
  'unknown-tag': { says: (tag) => `the tag ${tag} is unknown`, help: 'delete the tag' },
  'alias-bomb': { says: () => 'its aliases expand to far too much', help: 'write the values out' },
  'unresolved-alias': { says: (alias) => `${alias} has no anchor`, help: 'write the value out' },
  'control-character': { says: (character) => `it holds ${character}`, help: 'delete the character' },
  'tab-indentation': { says: () => 'a tab indents this line', help: 'indent with blanks' },
  other: { says: (sentence) => sentence, help: 'put texts in double quotes, and indent with blanks' },
};
