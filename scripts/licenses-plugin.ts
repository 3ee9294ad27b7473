import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

/**
 * A rolldown plugin that writes `THIRD-PARTY-LICENSES.txt`: name, version and licence of every package
 * bundled. One instance that serves several builds writes the union.
 *
 * @throws where a bundled package has no licence file
 */
export function licensesPlugin(): Plugin {
  const folders = new Set<string>();
  return {
    name: 'licenses',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        for (const id of file.type === 'chunk' ? file.moduleIds : []) {
          if (id.includes('node_modules')) folders.add(packageFolder(id));
        }
      }
      const source = [...folders]
        .sort()
        .map(licenceText)
        .join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
    },
  };
}

function packageFolder(moduleId: string): string {
  let folder = dirname(moduleId);
  // Folders of a package may hold a package.json of their own, without a version (`yaml/browser`).
  while (!existsSync(join(folder, 'package.json')) || !readManifest(folder).version) folder = dirname(folder);
  return folder;
}

function readManifest(folder: string): { name: string; version?: string; license?: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function licenceText(folder: string): string {
  const { name, version, license } = readManifest(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} is bundled and has no licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
