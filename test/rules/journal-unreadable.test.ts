import { describe, expect, test } from 'vitest';
import rule from '../../src/rules/journal-unreadable.ts';
import { commitFacts, factsOfJournal, said } from '../helpers/facts.ts';

const path = 'docs/sprints/S3/INTERACTIONS.yaml';

describe('says no to', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    [
      'a symbolic link',
      '../S2/INTERACTIONS.yaml',
      '120000',
      `- - ${path} is a symbolic link, and links are not followed. | replace it with the file itself, then:\ngit add "${path}"`,
    ],
    ['a submodule', '', '160000', `- - ${path} is a submodule, not a file. | git rm --cached "${path}"`],
    [
      'an LFS pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n',
      '100644',
      `- - ${path} is in Git LFS, so git itself has only a pointer to it. | git lfs untrack "${path}"\ngit add --renormalize "${path}"`,
    ],
    [
      'UTF-16',
      Buffer.from('\ufeff- who: PO\n', 'utf16le'),
      '100644',
      `- - ${path} is UTF-16, as PowerShell’s > writes it, not UTF-8. | npx sprint-check fix "${path}"\ngit add "${path}"`,
    ],
    [
      'Latin-1',
      Buffer.from('- é', 'latin1'),
      '100644',
      `- - ${path} is not UTF-8. | save it as UTF-8, then:\ngit add "${path}"`,
    ],
    ...[
      ['over 300,000 words and marks', `[${'a,'.repeat(150_001)}]\n`],
      ['over 1 MiB', '#'.repeat(1.5 * 1024 * 1024)],
    ].map(([name = '', content = '']): [string, string, string, string] => [
      name,
      content,
      '100644',
      `- - ${path} is too large: over 1 MiB, or over 300,000 words and marks. | move long texts and lists, such as logs, to files of their own and mention those here`,
    ]),
    [
      'over 64 levels',
      `- ${'['.repeat(64)}`,
      '100644',
      `1:66 - ${path} is nested over 64 deep. | write what is nested here as a text, in quotes`,
    ],
  ])('%s', async (_, content, mode, expected) => {
    expect(said(rule, factsOfJournal(content, mode))).toEqual([expected]);
  });

  test('it, in French', async () => {
    expect(said(rule, factsOfJournal('#'.repeat(1024 * 1024 + 1)), 'fr')[0]).toContain('est trop grand');
  });
});

describe('lets pass', () => {
  test.each([
    ['what is broken, which another rule tells', '- a: @b\n'],
    ['a text', '- who: PO\n'],
    ['a BOM', '\ufeff- who: PO\n'],
  ])('%s', async (_, content) => {
    expect(said(rule, factsOfJournal(content))).toEqual([]);
  });

  test('no journal', async () => {
    expect(said(rule, commitFacts())).toEqual([]);
  });
});
