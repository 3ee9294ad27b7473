import { isAbsolute } from 'node:path';
import { type HookName, shellWord } from '../init/hook-files.js';
import type { Project } from '../init/project.js';
import type { Translated, Words } from '../language.js';
import { pathRemedy } from './doctor.js';

export type HookProblem = Translated<Words>;

/** `place` is a path from the root, here and below, or a key of git's config. */
export function hookMissing(place: string, hook: HookName): HookProblem {
  const help = 'npx sprint-check init';
  return {
    en: [`${place} is missing, or does not call sprint-check ${hook}.`, help],
    fr: [`${place} n’existe pas, ou n’appelle pas sprint-check ${hook}.`, help],
  };
}

/** git looks for hooks elsewhere, or for none. */
export function huskyAsleep({ packageManager, husky, toRoot }: Project): HookProblem {
  const again = toRoot === '' ? 'npx husky' : 'npx sprint-check init';
  const help = husky === null ? `${packageManager} install` : again;
  return {
    en: ['husky’s hooks are there, but git does not run them.', help],
    fr: ['les hooks de husky sont là, mais git ne les lance pas.', help],
  };
}

/** `initFile`, which husky reads before each hook, sets HUSKY=0; null if the environment alone does. */
export function huskyOff(initFile: string | null): HookProblem {
  return {
    en: ['HUSKY=0 turns husky’s hooks off.', `unset HUSKY${initFile ? `, and remove HUSKY=0 from ${initFile}` : ''}`],
    fr: [
      'HUSKY=0 désactive les hooks de husky.',
      `unset HUSKY${initFile ? `, et retirez HUSKY=0 de ${initFile}` : ''}`,
    ],
  };
}

export function notExecutable(place: string, project: Project): HookProblem {
  const help = `chmod +x ${shellWord(fromHere(place, project))}`;
  return {
    en: [`${place} is not executable, so git ignores it.`, help],
    fr: [`${place} n’est pas exécutable : git l’ignore.`, help],
  };
}

/** The help works in bash and in PowerShell. */
export function crlf(place: string, project: Project): HookProblem {
  const file = fromHere(place, project);
  const help = `node -e "f='${file}';fs.writeFileSync(f,fs.readFileSync(f,'utf8').replaceAll('\\r',''))"`;
  return {
    en: [`${place} has CRLF line ends, which the shell takes for parts of the words before them.`, help],
    fr: [`${place} a des fins de ligne CRLF, que le shell prend pour une partie des mots qui les précèdent.`, help],
  };
}

/** `said` is the last line of the hook's standard error; `call` is a line that works, here and below. */
export function notReached(place: string, said: string, call: string): HookProblem {
  const reason = said && ` (${said})`;
  return {
    en: [`sprint-check is never reached: ${place} does not get that far${reason}.`, firstIn(place, call).en],
    fr: [`sprint-check n’est jamais atteint : ${place} ne va pas jusque-là${reason}.`, firstIn(place, call).fr],
  };
}

/** `init` adds lines that leave the command what it reads. */
export function inputRead(place: string): HookProblem {
  return {
    en: [
      `a command in ${place} reads what git tells the hook, and leaves nothing for sprint-check.`,
      `take sprint-check’s line out of ${place}, then: npx sprint-check init`,
    ],
    fr: [
      `une commande de ${place} lit ce que git transmet au hook, et n’en laisse rien à sprint-check.`,
      `retirez de ${place} la ligne de sprint-check, puis : npx sprint-check init`,
    ],
  };
}

export function refusalLost(place: string, call: string): HookProblem {
  return {
    en: [`sprint-check’s refusal is lost: ${place} succeeds all the same.`, insteadIn(place, call).en],
    fr: [`le refus de sprint-check se perd : ${place} réussit malgré tout.`, insteadIn(place, call).fr],
  };
}

export function notOnPath(place: string, name: string, call: string): HookProblem {
  return {
    en: [`${place} does not find ${name} on the PATH.`, insteadIn(place, call).en],
    fr: [`${place} ne trouve pas ${name} dans le PATH.`, insteadIn(place, call).fr],
  };
}

/** `isListed`: package.json names it. */
export function notInstalled(name: string, isListed: boolean, { packageManager }: Project): HookProblem {
  // lint-staged 17 needs a newer Node than the checker does.
  const add = `${packageManager} add -D ${name === 'lint-staged' ? 'lint-staged@16' : name}`;
  const help = isListed ? `${packageManager} install` : add;
  return {
    en: [`${name} is not installed where the hook looks for it.`, help],
    fr: [`${name} n’est pas installé là où le hook le cherche.`, help],
  };
}

/** `version` is that of the node on the hook's PATH; null if there is none. */
export function wrongNode(version: string | null): HookProblem {
  const node =
    version === null
      ? { en: 'no node', fr: 'ne trouve pas node' }
      : { en: `node ${version}`, fr: `trouve node ${version}` };
  return {
    en: [`the hook finds ${node.en} on its PATH; sprint-check needs node 20.19 or later.`, pathRemedy],
    fr: [`le hook ${node.fr} dans son PATH ; sprint-check demande au moins node 20.19.`, pathRemedy],
  };
}

function firstIn(place: string, call: string): Translated {
  return {
    en: `in ${place}, before its other commands: ${call}`,
    fr: `dans ${place}, avant ses autres commandes : ${call}`,
  };
}

function insteadIn(place: string, call: string): Translated {
  return { en: `in ${place}, in place of its call: ${call}`, fr: `dans ${place}, à la place de son appel : ${call}` };
}

function fromHere(place: string, { toRoot }: Project): string {
  return isAbsolute(place) ? place : toRoot + place;
}
