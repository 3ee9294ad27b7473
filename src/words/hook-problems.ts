import { isAbsolute } from 'node:path';
import type { HookProblem } from '../doctor/problem.js';
import { quoted } from '../init/hook-files.js';
import type { Project } from '../init/project.js';
import type { Language, Translated, Words } from '../language.js';

/** What the words need to know of the project. */
interface Setup
  extends Pick<Project, 'folder' | 'packageManager' | 'installScript' | 'isPlugAndPlay' | 'toRoot' | 'toPackage'> {
  /** Whether husky lies in `node_modules`. */
  readonly hasHusky: boolean;
}

type Of<Kind extends HookProblem['kind']> = HookProblem & { readonly kind: Kind };

type Sentences = { readonly [Kind in HookProblem['kind']]: (problem: Of<Kind>, setup: Setup) => Words };

export function problemWords(problem: HookProblem, setup: Setup, language: Language): Words {
  const say = sentences[language][problem.kind] as (problem: HookProblem, setup: Setup) => Words;
  return say(problem, setup);
}

const sentences: Translated<Sentences> = {
  en: {
    'hooks-path-empty': ({ place }, setup) => [
      `core.hooksPath is ${place}, which is no folder in this work tree.`,
      wake(setup),
    ],
    asleep: (_, setup) => ['husky’s hooks are there, but git does not run them.', wake(setup)],
    'no-hook': ({ place }) => [`${place} does not exist.`, 'npx sprint-check init'],
    'not-executable': ({ place }, setup) => [
      `${place} is not executable, so git ignores it.`,
      `chmod +x ${argument(place, setup)}`,
    ],
    'no-file': ({ place }, setup) => [
      `${place} is no file, where the hook’s script belongs.`,
      `mv ${argument(place, setup)} ${argument(`${place}.old`, setup)}\nnpx sprint-check init`,
    ],
    crlf: ({ place }, setup) => [
      `${place} has CRLF line ends, which the shell takes for parts of the words before them.`,
      withoutCrlf(place, setup),
    ],
    'timed-out': ({ place }) => [
      `${place} was still running after ten seconds.`,
      `remove from ${place} what waits for input or never ends`,
    ],
    'husky-off-environment': () => [
      'HUSKY=0 is set in this environment, which turns husky’s hooks off.',
      'unset HUSKY',
    ],
    'husky-off': ({ place }) => [
      `${place} sets HUSKY=0, which turns husky’s hooks off.`,
      `remove HUSKY=0 from ${place}`,
    ],
    'commented-out': ({ place, line, call }) => [
      `${place}:${line} calls sprint-check in a comment.`,
      `in ${place}: ${call}`,
    ],
    'not-called': ({ hook, place, call }) => [
      `${place} does not call sprint-check ${hook}.`,
      `npx sprint-check init, or in ${place}: ${call}`,
    ],
    'not-reached': ({ place, line, code, call }) => [
      `sprint-check is never reached: ${place}:${line} ends the hook before it (${code}).`,
      `put this line before it: ${call}`,
    ],
    'ended-early': ({ place, exitCode, said, call }) => [
      `sprint-check is never reached: ${place} ends before it with exit code ${exitCode}${said && `: ${said}`}.`,
      `put it first: ${call}`,
    ],
    'input-eaten': ({ place, line, code, call }) => [
      `${place}:${line} reads what git tells the hook, and leaves nothing for sprint-check (${code}).`,
      `put this line before it: ${call}`,
    ],
    'init-reads': ({ place }) => [
      `${place}, which husky runs first, reads what git tells the hook, and leaves nothing for sprint-check.`,
      `in ${place}: put </dev/null behind the command that reads`,
    ],
    'refusal-lost': ({ place, line, code, call }) => [
      `sprint-check’s refusal is lost: ${place} succeeds all the same (line ${line}: ${code}).`,
      `write that line as: ${call}`,
    ],
    'not-on-path': ({ place, line, code, call }) => [
      `${place}:${line} does not find its command on the PATH (${code}).`,
      `write that line as: ${call}`,
    ],
    'not-installed': (problem, setup) => [
      `${problem.name} is not installed where the hook looks for it.`,
      installed(problem, setup),
    ],
    'node-missing': () => [
      'the hook can’t find node on its PATH.',
      'in ~/.config/husky/init.sh: export PATH="<folder of node>:$PATH"',
    ],
    'node-old': ({ version }) => [
      `the hook runs node ${version}; sprint-check needs 20.19 or later.`,
      'https://nodejs.org',
    ],
  },
  fr: {
    'hooks-path-empty': ({ place }, setup) => [
      `core.hooksPath vaut ${place}, qui n’est pas un dossier de cet arbre de travail.`,
      wake(setup),
    ],
    asleep: (_, setup) => ['les hooks de husky sont là, mais git ne les lance pas.', wake(setup)],
    'no-hook': ({ place }) => [`${place} n’existe pas.`, 'npx sprint-check init'],
    'not-executable': ({ place }, setup) => [
      `${place} n’est pas exécutable : git l’ignore.`,
      `chmod +x ${argument(place, setup)}`,
    ],
    'no-file': ({ place }, setup) => [
      `${place} n’est pas un fichier, alors que le script du hook devrait s’y trouver.`,
      `mv ${argument(place, setup)} ${argument(`${place}.old`, setup)}\nnpx sprint-check init`,
    ],
    crlf: ({ place }, setup) => [
      `${place} a des fins de ligne CRLF, que le shell prend pour une partie des mots qui les précèdent.`,
      withoutCrlf(place, setup),
    ],
    'timed-out': ({ place }) => [
      `${place} tournait encore au bout de dix secondes.`,
      `retirez de ${place} ce qui attend une saisie ou ne finit jamais`,
    ],
    'husky-off-environment': () => [
      'HUSKY=0 est défini dans cet environnement, ce qui désactive les hooks de husky.',
      'unset HUSKY',
    ],
    'husky-off': ({ place }) => [
      `${place} définit HUSKY=0, ce qui désactive les hooks de husky.`,
      `retirez HUSKY=0 de ${place}`,
    ],
    'commented-out': ({ place, line, call }) => [
      `${place}:${line} n’appelle sprint-check qu’en commentaire.`,
      `dans ${place} : ${call}`,
    ],
    'not-called': ({ hook, place, call }) => [
      `${place} n’appelle pas sprint-check ${hook}.`,
      `npx sprint-check init, ou dans ${place} : ${call}`,
    ],
    'not-reached': ({ place, line, code, call }) => [
      `sprint-check n’est jamais atteint : ${place}:${line} termine le hook avant (${code}).`,
      `mettez juste avant : ${call}`,
    ],
    'ended-early': ({ place, exitCode, said, call }) => [
      `sprint-check n’est jamais atteint : ${place} s’arrête avant, avec le code ${exitCode}${said && ` : ${said}`}.`,
      `mettez au début : ${call}`,
    ],
    'input-eaten': ({ place, line, code, call }) => [
      `${place}:${line} lit ce que git transmet au hook, et n’en laisse rien à sprint-check (${code}).`,
      `mettez juste avant : ${call}`,
    ],
    'init-reads': ({ place }) => [
      `${place}, que husky lance en premier, lit ce que git transmet au hook, et n’en laisse rien à sprint-check.`,
      `dans ${place} : ajoutez </dev/null à la commande qui lit`,
    ],
    'refusal-lost': ({ place, line, code, call }) => [
      `le refus de sprint-check se perd : ${place} réussit malgré tout (ligne ${line} : ${code}).`,
      `écrivez cette ligne ainsi : ${call}`,
    ],
    'not-on-path': ({ place, line, code, call }) => [
      `${place}:${line} ne trouve pas sa commande dans le PATH (${code}).`,
      `écrivez cette ligne ainsi : ${call}`,
    ],
    'not-installed': (problem, setup) => [
      `${problem.name} n’est pas installé là où le hook le cherche.`,
      installed(problem, setup),
    ],
    'node-missing': () => [
      'le hook ne trouve pas node dans son PATH.',
      'dans ~/.config/husky/init.sh : export PATH="<dossier de node>:$PATH"',
    ],
    'node-old': ({ version }) => [
      `le hook utilise node ${version} ; sprint-check demande au moins 20.19.`,
      'https://nodejs.org',
    ],
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
function wake({ folder, packageManager, installScript, hasHusky, toPackage }: Setup): string {
  const cd = toPackage ? `cd ${quoted(toPackage)}\n` : '';
  if (!hasHusky) return `${cd}${packageManager} install`;
  return folder ? `${cd}npm run ${installScript}` : `${cd}npx husky`;
}

function installed({ name, place, isListed }: Of<'not-installed'>, setup: Setup): string {
  const { packageManager, isPlugAndPlay, toPackage } = setup;
  if (isPlugAndPlay) return `${place}: yarn ${name}`;
  const cd = toPackage ? `cd ${quoted(toPackage)}\n` : '';
  if (isListed) return `${cd}${packageManager} install`;
  // lint-staged 17 needs a newer Node than the checker does.
  const version = name === 'lint-staged' ? '@16' : '';
  const add = packageManager === 'npm' ? 'npm install' : `${packageManager} add`;
  return `${cd}${add} --save-dev ${name}${version}`;
}
