import { refArgument } from '../words/commands.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'branch/sprint',
  severity: 'warn',
  where: 'S',
  check: ({ branch, sprint, config: { sprintBranch } }) =>
    sprint === null || branch === null || branch === sprintBranch
      ? []
      : [{ data: { branch, sprintBranch }, mend: 'help' }],
  words: {
    en: {
      summary: 'A sprint’s commits are made on the sprint branch.',
      why: 'One branch, one PR: what is elsewhere is missing when the sprint closes.',
      remedy: 'Commit on the sprint branch: git switch work. For another name, set "sprintBranch" in the config.',
      message: ({ branch, sprintBranch }) => `This commit is on ${branch}; a sprint’s commits go on ${sprintBranch}.`,
      help: ({ sprintBranch }) =>
        `git switch ${refArgument(sprintBranch)}   (git switch -c ${refArgument(sprintBranch)} if it does not exist yet)`,
    },
    fr: {
      summary: 'Les commits d’un sprint se font sur la branche de sprint.',
      why: 'Une branche, une PR : ce qui est ailleurs manque à la clôture du sprint.',
      remedy:
        'Commitez sur la branche de sprint : git switch work. Pour un autre nom, réglez "sprintBranch" dans la configuration.',
      message: ({ branch, sprintBranch }) => `Ce commit est sur ${branch} ; les sprints se font sur ${sprintBranch}.`,
      help: ({ sprintBranch }) =>
        `git switch ${refArgument(sprintBranch)}   (git switch -c ${refArgument(sprintBranch)} si la branche n’existe pas encore)`,
    },
  },
});
