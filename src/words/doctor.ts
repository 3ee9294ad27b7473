import type { HookProblem } from '../doctor/problem.js';
import { Failure } from '../failure.js';
import { checkerLine, quoted } from '../init/hook-files.js';
import type { Project } from '../init/project.js';
import type { Language } from '../language.js';

/** A fact and its remedy. */
interface Words {
  readonly message: string;
  readonly help: string;
}

interface DoctorWords {
  readonly fires: (hook: string, place: string) => string;
  readonly problem: (hooks: string, message: string) => string;
  readonly allFire: string;
  readonly asleep: string;
}

export const doctorWords: Readonly<Record<Language, DoctorWords>> = {
  en: {
    fires: (hook, place) => `${hook} fires (${place})`,
    problem: (hooks, message) => `${hooks}: ${message}`,
    allFire: 'All hooks fire in this work tree.',
    asleep: 'Not all hooks fire in this work tree.',
  },
  fr: {
    fires: (hook, place) => `${hook} se déclenche (${place})`,
    problem: (hooks, message) => `${hooks} : ${message}`,
    allFire: 'Tous les hooks se déclenchent dans cet arbre de travail.',
    asleep: 'Des hooks ne se déclenchent pas dans cet arbre de travail.',
  },
};

/** What the words need to know of the project. */
interface Setup extends Pick<Project, 'folder' | 'packageManager' | 'installScript' | 'isPlugAndPlay'> {
  /** Whether husky lies in `node_modules`. */
  readonly hasHusky: boolean;
}

export function problemWords(problem: HookProblem, setup: Setup, language: Language): Words {
  return language === 'fr' ? french(problem, setup) : english(problem, setup);
}

/** What runs husky again: the program itself, or the install that does. */
function wake({ folder, packageManager, installScript, hasHusky }: Setup): string {
  const cd = folder ? `cd ${quoted(folder)}\n` : '';
  if (!hasHusky) return `${cd}${packageManager} install`;
  return folder ? `${cd}npm run ${installScript}` : 'npx husky';
}

function english(problem: HookProblem, setup: Setup): Words {
  const { hook, place } = problem;
  const line = checkerLine(hook);
  switch (problem.kind) {
    case 'hooks-path-empty':
      return { message: `core.hooksPath is ${place}, which does not exist in this work tree.`, help: wake(setup) };
    case 'asleep':
      return { message: 'husky’s hooks are there, but git does not run them.', help: wake(setup) };
    case 'no-hook':
      return { message: `${place} does not exist.`, help: 'npx sprint-check init' };
    case 'not-executable':
      return { message: `${place} is not executable, so git ignores it.`, help: `chmod +x ${place}` };
    case 'timed-out':
      return {
        message: `${place} was still running after ten seconds.`,
        help: `remove from ${place} what waits for input or never ends`,
      };
    case 'husky-off-environment':
      return { message: 'HUSKY=0 is set in this environment, which turns husky’s hooks off.', help: 'unset HUSKY' };
    case 'husky-off':
      return { message: `${place} sets HUSKY=0, which turns husky’s hooks off.`, help: `remove HUSKY=0 from ${place}` };
    case 'commented-out':
      return { message: `${place}:${problem.line} calls sprint-check in a comment.`, help: `in ${place}: ${line}` };
    case 'not-called':
      return {
        message: `${place} does not call sprint-check ${hook}.`,
        help: `npx sprint-check init, or in ${place}: ${line}`,
      };
    case 'not-reached':
      return {
        message: `sprint-check is never reached: ${place}:${problem.line} ends the hook before it (${problem.code}).`,
        help: `put this line before it: ${line}`,
      };
    case 'ended-early': {
      const said = problem.said && `: ${problem.said}`;
      return {
        message: `sprint-check is never reached: ${place} ends before it with exit code ${problem.exitCode}${said}.`,
        help: `put it first: ${line}`,
      };
    }
    case 'input-eaten':
      return {
        message: `${place}:${problem.line} reads what git tells the hook, and leaves nothing for sprint-check (${problem.code}).`,
        help: `put this line before it: ${line}`,
      };
    case 'refusal-lost':
      return {
        message: `sprint-check’s refusal is lost: ${place} succeeds all the same (line ${problem.line}: ${problem.code}).`,
        help: `write that line as: ${line}`,
      };
    case 'not-installed':
      return {
        message: `${problem.name} is not installed where the hook looks for it.`,
        help: installed(problem.name, place, setup),
      };
    case 'node-missing':
      return {
        message: 'the hook can’t find node on its PATH.',
        help: 'in ~/.config/husky/init.sh: export PATH="<folder of node>:$PATH"',
      };
    case 'node-old':
      return {
        message: `the hook runs node ${problem.version}; sprint-check needs 20.19 or later.`,
        help: 'https://nodejs.org',
      };
  }
}

function french(problem: HookProblem, setup: Setup): Words {
  const { hook, place } = problem;
  const line = checkerLine(hook);
  switch (problem.kind) {
    case 'hooks-path-empty':
      return {
        message: `core.hooksPath vaut ${place}, qui n’existe pas dans cet arbre de travail.`,
        help: wake(setup),
      };
    case 'asleep':
      return { message: 'les hooks de husky sont là, mais git ne les lance pas.', help: wake(setup) };
    case 'no-hook':
      return { message: `${place} n’existe pas.`, help: 'npx sprint-check init' };
    case 'not-executable':
      return { message: `${place} n’est pas exécutable : git l’ignore.`, help: `chmod +x ${place}` };
    case 'timed-out':
      return {
        message: `${place} tournait encore au bout de dix secondes.`,
        help: `retirez de ${place} ce qui attend une saisie ou ne finit jamais`,
      };
    case 'husky-off-environment':
      return {
        message: 'HUSKY=0 est défini dans cet environnement, ce qui désactive les hooks de husky.',
        help: 'unset HUSKY',
      };
    case 'husky-off':
      return {
        message: `${place} définit HUSKY=0, ce qui désactive les hooks de husky.`,
        help: `retirez HUSKY=0 de ${place}`,
      };
    case 'commented-out':
      return {
        message: `${place}:${problem.line} n’appelle sprint-check qu’en commentaire.`,
        help: `dans ${place} : ${line}`,
      };
    case 'not-called':
      return {
        message: `${place} n’appelle pas sprint-check ${hook}.`,
        help: `npx sprint-check init, ou dans ${place} : ${line}`,
      };
    case 'not-reached':
      return {
        message: `sprint-check n’est jamais atteint : ${place}:${problem.line} termine le hook avant (${problem.code}).`,
        help: `mettez juste avant : ${line}`,
      };
    case 'ended-early': {
      const said = problem.said && ` : ${problem.said}`;
      return {
        message: `sprint-check n’est jamais atteint : ${place} s’arrête avant, avec le code ${problem.exitCode}${said}.`,
        help: `mettez au début : ${line}`,
      };
    }
    case 'input-eaten':
      return {
        message: `${place}:${problem.line} lit ce que git transmet au hook, et n’en laisse rien à sprint-check (${problem.code}).`,
        help: `mettez juste avant : ${line}`,
      };
    case 'refusal-lost':
      return {
        message: `le refus de sprint-check se perd : ${place} réussit malgré tout (ligne ${problem.line} : ${problem.code}).`,
        help: `écrivez cette ligne ainsi : ${line}`,
      };
    case 'not-installed':
      return {
        message: `${problem.name} n’est pas installé là où le hook le cherche.`,
        help: installed(problem.name, place, setup),
      };
    case 'node-missing':
      return {
        message: 'le hook ne trouve pas node dans son PATH.',
        help: 'dans ~/.config/husky/init.sh : export PATH="<dossier de node>:$PATH"',
      };
    case 'node-old':
      return {
        message: `le hook utilise node ${problem.version} ; sprint-check demande au moins 20.19.`,
        help: 'https://nodejs.org',
      };
  }
}

function installed(name: string, place: string, { folder, packageManager, isPlugAndPlay }: Setup): string {
  if (isPlugAndPlay) return `${place}: yarn ${name}`;
  const cd = folder ? `cd ${quoted(folder)}\n` : '';
  // lint-staged 17 needs a newer Node than the checker does.
  const version = name === 'lint-staged' ? '@16' : '';
  const add = packageManager === 'npm' ? 'npm install' : `${packageManager} add`;
  return `${cd}${add} --save-dev ${name}${version}`;
}

/** Hooks can't be tried without a shell. */
export function shellMissing(): Failure {
  return new Failure('shell', {
    en: { message: 'No shell (sh) was found to try the hooks with.', help: 'reinstall git, which includes one' },
    fr: { message: 'Aucun shell (sh) trouvé pour essayer les hooks.', help: 'réinstallez git : il en fournit un' },
  });
}
