import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands/list.ts';
import { defaultConfig } from '../src/config/config.ts';
import { formatNames } from '../src/formats/list.ts';
import { ciFiles } from '../src/init/ci.ts';
import { readJournal } from '../src/journal/read.ts';
import { rules } from '../src/rules/list.ts';
import { columns, synopsisOf } from '../src/words/help.ts';
import { blob } from './helpers/blob.ts';

const source = new URL('../src/', import.meta.url);
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
function part(name: string): string {
  return readme.split(`<!-- ${name} -->\n`)[1]?.split(`<!-- /${name} -->`)[0] ?? '';
}

const rows = (table: string) => table.split('\n').filter((line) => line.startsWith('| `'));

describe('the README', () => {
  test('lists the commands as they are', () => {
    const rows = commands.map((command) => [synopsisOf(command, 'en'), command.summary.en]);
    expect(part('commands').split('\n')).toEqual(['```', ...columns(rows), '```', '']);
  });

  test('lists the rules as they are', () => {
    const expected = rules.map(({ id, severity, words }) => {
      return `| \`${id}\` | ${severity} | ${words.en.summary.replaceAll('<', '\\<')} |`;
    });
    expect(rows(part('rules'))).toEqual(expected);
  });

  test('lists the config’s defaults as they are', () => {
    const listed = rows(part('config')).map((row) => /^\| `(\w+)` \| `(.*?)` \|/.exec(row)?.slice(1));
    const shown = (value: unknown) => JSON.stringify(value).replaceAll(',', ', ');
    expect(listed).toEqual(Object.entries(defaultConfig).map(([key, value]) => [key, shown(value)]));
  });

  test('lists what is bundled as it is', () => {
    const sources = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const packages = sources.flatMap((name) =>
      Array.from(
        readFileSync(new URL(name, source), 'utf8').matchAll(/(?:from |import\()'([a-z-]+)[/']/g),
        ([, specifier]) => specifier,
      ),
    );
    const listed = rows(part('bundled')).flatMap((row) => row.split('|')[1]?.match(/[\w-]+/g) ?? []);
    expect(listed.sort()).toEqual([...new Set(packages)].sort());
  });

  test('names the formats', () => {
    expect(/`--format ([^`]*)`/.exec(readme)?.[1]).toBe(formatNames.join('|'));
  });

  test('shows the jobs that init writes', () => {
    const project = {
      root: '',
      folder: '',
      packageManager: 'npm',
      isNewerYarn: false,
      runner: '',
      husky: null,
      toRoot: '',
      config: defaultConfig,
    } as const;
    for (const host of ['github', 'gitlab'] as const) {
      expect(readme).toContain(`\`\`\`yaml\n${ciFiles(host, project)[0]?.text}\`\`\`\n`);
    }
  });

  test('shows a journal that passes', async () => {
    const yaml = part('journal').replace(/^```yaml\n|```\n$/g, '');
    const journal = await readJournal({ path: 'docs/sprints/S3/INTERACTIONS.yaml', sprint: 3, ...blob(yaml) });
    expect(journal).toMatchObject({ state: 'read', schemaProblems: [], cutTexts: [], entries: [{}, {}] });
  });
});
