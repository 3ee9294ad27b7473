import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { code, entry, journalPath, oldSprint, sprintFiles, sprintHistory } from './sprint-files.mjs';

const minute = 60;
const now = () => Math.floor(Date.now() / 1000);

const tools = {
  '.lintstagedrc.json': '{ "*.none": "false" }\n',
  '.commitlintrc.json': '{ "extends": ["@commitlint/config-conventional"] }\n',
};

/** Makes throw-away repositories, each in a new folder inside `root`. */
export class Repositories {
  #processes;
  #root;

  constructor(processes, root) {
    this.#processes = processes;
    this.#root = root;
    writeFileSync(join(root, '.gitconfig'), '[user]\n  name = Dev\n  email = dev@example.com\n');
  }

  /**
   * A repository a quarter of an hour into a sprint, with a dozen entries in its journal. A file of code and one
   * entry more are staged.
   *
   * @param options.oldSprints how many sprints there were before
   * @param options.files how many files of code are tracked
   * @param options.journalSize the least bytes that the journal holds
   */
  aboutToCommit({ oldSprints = 0, files = 20, journalSize = 0 } = {}) {
    const sprint = oldSprints + 1;
    const started = now() - 15 * minute;
    let entries = '';
    let number = 0;
    while (number < 12 || entries.length < journalSize) {
      entries += entry(sprint, started + Math.min(number, 12) * minute, ++number);
    }
    const before = Array.from({ length: oldSprints }, (_, index) => oldSprint(index + 1, started));
    const committed = { ...tools, ...code(files), ...sprintFiles(sprint, started), [journalPath(sprint)]: entries };
    const path = this.#create([{ at: started + 13 * minute, files: Object.assign(committed, ...before) }]);
    const staged = { 'src/0/0.js': 'changed\n', [journalPath(sprint)]: entries + entry(sprint, now(), ++number) };
    if (files < 1000) this.#git(path, 'checkout-index', '--all');
    for (const [name, content] of Object.entries(staged)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
    this.#git(path, 'add', '--', ...Object.keys(staged));
    writeFileSync(join(path, '.git/COMMIT_EDITMSG'), 'feat: search by place and by date\n');
    return path;
  }

  /**
   * A repository whose last `commits` commits are whole sprints of ten, one after the other, and one sprint before.
   *
   * @param options.packed whether its objects are packed, as in a clone, or loose, as commits leave them
   */
  sprints(commits, { packed = true } = {}) {
    const count = commits / 10 + 1;
    const first = now() - count * 30 * minute;
    const starts = Array.from({ length: count }, (_, index) => first + index * 30 * minute);
    const history = starts.flatMap((started, index) => sprintHistory(index + 1, started));
    Object.assign(history[0].files, code(200));
    return this.#create(history, packed ? 0 : 1_000_000);
  }

  /** `unpackLimit`: with fewer objects they are left loose; git's own default is 100. */
  #create(history, unpackLimit = 100) {
    const path = mkdtempSync(join(this.#root, 'repository-'));
    this.#git(path, 'init', '--quiet', '--template=', '--initial-branch=work');
    const command = ['git', '-c', `fastimport.unpackLimit=${unpackLimit}`, 'fast-import', '--quiet'];
    this.#processes.run({ command, cwd: path, input: fastImport(history) });
    this.#git(path, 'read-tree', 'HEAD');
    return path;
  }

  #git(cwd, ...args) {
    this.#processes.run({ command: ['git', ...args], cwd });
  }
}

/** What `git fast-import` makes commits of. */
function fastImport(history) {
  return history.flatMap(({ at, files }) => [commitLines(at), ...Object.entries(files).map(fileLines)]).join('');
}

function commitLines(at) {
  return `commit refs/heads/work\ncommitter Dev <dev@example.com> ${at} +0000\n${data('A commit')}`;
}

function fileLines([path, content]) {
  return `M 100644 inline ${path}\n${data(content)}`;
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
