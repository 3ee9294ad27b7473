import { isAbsolute } from 'node:path';
import type { HookProblem } from '../doctor/problem.js';
import { quoted } from '../init/hook-files.js';
import type { Project } from '../init/project.js';
import type { Translated, Words } from '../language.js';

type Setup = Pick<Project, 'husky' | 'packageManager' | 'toRoot'>;

/** Why a hook does not fire, and what mends it. */
export const problemWords: Translated<(problem: HookProblem, setup: Setup) => Words> = {
  en: (problem, setup) => {
    const { hook, place } = problem;
    switch (problem.kind) {
      case 'missing':
        return [`${place} is missing, or does not call sprint-check ${hook}.`, 'npx sprint-check init'];
      case 'asleep':
        return ['husky’s hooks are there, but git does not run them.', wake(setup)];
      case 'not-executable':
        return [`${place} is not executable, so git ignores it.`, `chmod +x ${argument(place, setup)}`];
      case 'crlf':
        return [
          `${place} has CRLF line ends, which the shell takes for parts of the words before them.`,
          withoutCrlf(place, setup),
        ];
      case 'husky-off':
        return ['HUSKY=0 turns husky’s hooks off.', `unset HUSKY, and remove HUSKY=0 from ${place}`];
      case 'not-reached': {
        const said = problem.said && ` (${problem.said})`;
        return [
          `sprint-check ${hook} is never reached: ${place} ends before it${said}.`,
          `in ${place}, before its other commands: ${problem.call}`,
        ];
      }
      case 'input-read':
        return [
          `a command in ${place} reads what git tells the hook, and leaves nothing for sprint-check.`,
          `in ${place}, before its other commands: ${problem.call}`,
        ];
      case 'refusal-lost':
        return [
          `sprint-check’s refusal is lost: ${place} succeeds all the same.`,
          `in ${place}, in place of its call: ${problem.call}`,
        ];
      case 'not-on-path':
        return [
          `${place} does not find ${problem.name} on the PATH.`,
          `in ${place}, in place of its call: ${problem.call}`,
        ];
      case 'not-installed':
        return [`${problem.name} is not installed where the hook looks for it.`, install(problem, setup)];
      case 'node': {
        const found = problem.version === null ? 'no node' : `node ${problem.version}`;
        return [
          `the hook finds ${found} on its PATH; sprint-check needs node 20.19 or later.`,
          'in ~/.config/husky/init.sh: export PATH="<folder of node>:$PATH"',
        ];
      }
    }
  },
  fr: (problem, setup) => {
    const { hook, place } = problem;
    switch (problem.kind) {
      case 'missing':
        return [`${place} n’existe pas, ou n’appelle pas sprint-check ${hook}.`, 'npx sprint-check init'];
      case 'asleep':
        return ['les hooks de husky sont là, mais git ne les lance pas.', wake(setup)];
      case 'not-executable':
        return [`${place} n’est pas exécutable : git l’ignore.`, `chmod +x ${argument(place, setup)}`];
      case 'crlf':
        return [
          `${place} a des fins de ligne CRLF, que le shell prend pour une partie des mots qui les précèdent.`,
          withoutCrlf(place, setup),
        ];
      case 'husky-off':
        return ['HUSKY=0 désactive les hooks de husky.', `unset HUSKY, et retirez HUSKY=0 de ${place}`];
      case 'not-reached': {
        const said = problem.said && ` (${problem.said})`;
        return [
          `sprint-check ${hook} n’est jamais atteint : ${place} s’arrête avant${said}.`,
          `dans ${place}, avant ses autres commandes : ${problem.call}`,
        ];
      }
      case 'input-read':
        return [
          `une commande de ${place} lit ce que git transmet au hook, et n’en laisse rien à sprint-check.`,
          `dans ${place}, avant ses autres commandes : ${problem.call}`,
        ];
      case 'refusal-lost':
        return [
          `le refus de sprint-check se perd : ${place} réussit malgré tout.`,
          `dans ${place}, à la place de son appel : ${problem.call}`,
        ];
      case 'not-on-path':
        return [
          `${place} ne trouve pas ${problem.name} dans le PATH.`,
          `dans ${place}, à la place de son appel : ${problem.call}`,
        ];
      case 'not-installed':
        return [`${problem.name} n’est pas installé là où le hook le cherche.`, install(problem, setup)];
      case 'node': {
        const found = problem.version === null ? 'ne trouve pas node' : `trouve node ${problem.version}`;
        return [
          `le hook ${found} dans son PATH ; sprint-check demande au moins node 20.19.`,
          'dans ~/.config/husky/init.sh : export PATH="<dossier de node>:$PATH"',
        ];
      }
    }
  },
};

/** A path from the root as an argument, from where the user stands. */
function argument(place: string, { toRoot }: Setup): string {
  return quoted(isAbsolute(place) ? place : toRoot + place);
}

/** As bash and PowerShell take it alike. */
function withoutCrlf(place: string, { toRoot }: Setup): string {
  return `node -e "f='${isAbsolute(place) ? place : toRoot + place}';fs.writeFileSync(f,fs.readFileSync(f,'utf8').replaceAll('\\r',''))"`;
}

/** What runs husky again: the program itself, or the install that does. */
function wake({ packageManager, husky, toRoot }: Setup): string {
  if (husky === null) return `${packageManager} install`;
  return toRoot === '' ? 'npx husky' : 'npx sprint-check init';
}

function install({ name, isListed }: HookProblem & { kind: 'not-installed' }, { packageManager }: Setup): string {
  if (isListed) return `${packageManager} install`;
  // lint-staged 17 needs a newer Node than the checker does.
  return `${packageManager} add -D ${name === 'lint-staged' ? 'lint-staged@16' : name}`;
}
