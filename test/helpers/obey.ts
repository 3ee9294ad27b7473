import { expect } from 'vitest';
import type { Repository } from './repository.ts';
import { journal3 } from './sprint.ts';

/** What a person does where the help says in words what to change, or shows a value. */
export type Edit = (repository: Repository, line: string) => unknown;

export const nothing: Edit = () => {};

/** Does what a help says, line by line: its commands are typed, and what it says in words, or shows, is `edit`'s. */
export function obey(repository: Repository, help: string, edit: Edit): void {
  const lines = help.split('\n').filter((line) => !/^(?:or|if|where) /.test(line));
  const commandOf = (line: string) => (/^(?:npx |git |node |mv )/.test(line) ? line : null);
  const words = lines.filter((line) => commandOf(line) === null && !line.endsWith(':'));
  const editAt = words.length > 0 ? words : lines.filter((line) => line.startsWith('git add')).slice(0, 1);
  for (const line of lines) {
    if (editAt.includes(line)) edit(repository, line);
    const command = commandOf(line);
    if (command === null) continue;
    const { exit, stdout, stderr } = repository.run('sh', ['-c', command.replace(/^npx /, '')], {
      env: { GIT_EDITOR: 'sed -i.bak "1s/^$/A commit/"' },
    });
    if (exit === 0) continue;
    expect(command, `${stdout}${stderr}`).toMatch(/^git (?:rebase|pull|merge)/);
    expect(help).toContain('if git stops at a conflict in a journal: npx sprint-check fix');
    expect(repository.run('sprint-check', ['fix']).exit).toBe(0);
    repository.git('add', journal3);
    const goOn = /^git (?:pull|merge)/.test(command) ? ['commit', '--no-edit'] : ['rebase', '--continue'];
    repository.git('-c', 'core.editor=true', ...goOn);
  }
}
