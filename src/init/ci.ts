import type { Project } from './project.js';

export interface CiFile {
  readonly path: string;
  readonly text: string;
}

/** The form for the PO's answer, from the root. */
export const replyForm = '.github/workflows/po-reply.yml';

export function ciFiles(host: 'github' | 'gitlab', project: Project): CiFile[] {
  if (host === 'gitlab') return [{ path: '.gitlab-ci.yml', text: gitlabJob(project) }];
  return [
    { path: '.github/workflows/sprint.yml', text: githubJob(project) },
    { path: replyForm, text: githubForm(project) },
  ];
}

/** Commands that install exactly what the lockfile names. */
const install: Readonly<Record<Project['packageManager'], readonly string[]>> = {
  npm: ['npm ci'],
  pnpm: ['corepack enable', 'pnpm install --frozen-lockfile'],
  yarn: ['corepack enable', 'yarn install --immutable || yarn install --frozen-lockfile'],
};

function githubJob(project: Project): string {
  return `name: sprint
on:
  push:
    branches: ${JSON.stringify(project.config.push)}
  pull_request:
    types: [opened, synchronize, reopened, edited]
permissions:
  contents: read
jobs:
  sprint-check:
    runs-on: ubuntu-latest
${defaults(project)}    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      # After a force push no branch holds the old tip any more, which the new one is compared with.
      - if: github.event_name == 'push' && github.event.forced
        env:
          BEFORE: \${{ github.event.before }}
        run: git fetch origin "$BEFORE"
${steps(project)}
      - run: npx sprint-check
`;
}

function githubForm(project: Project): string {
  const { sprintBranch, po } = project.config;
  const email = po[0] ?? `\${{ github.actor_id }}+\${{ github.actor }}@users.noreply.github.com`;
  return `# The PO answers in a form: Actions, "PO reply", "Run workflow". Who may write to the repository may run it.
name: PO reply
on:
  workflow_dispatch:
    inputs:
      reply:
        description: Does it work?
        type: choice
        options: [OK, KO]
        required: true
      details:
        description: What you saw (needed with KO)
        type: string
      action:
        description: What is to be done (default, fix with KO, none with OK)
        type: choice
        options: [default, none, fix]
permissions:
  contents: write
concurrency: po-reply
jobs:
  reply:
    runs-on: ubuntu-latest
${defaults(project)}    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${JSON.stringify(sprintBranch)}
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 20
${steps(project)}
      - name: Write the answer, commit it in the PO's name and push it
        shell: bash
        env:
          ANSWER: \${{ inputs.reply }}
          DETAILS: \${{ inputs.details }}
          ACTION: \${{ inputs.action }}
          BRANCH: ${JSON.stringify(sprintBranch)}
          GIT_AUTHOR_NAME: \${{ github.actor }}
          GIT_AUTHOR_EMAIL: ${JSON.stringify(email)}
          GIT_COMMITTER_NAME: github-actions[bot]
          GIT_COMMITTER_EMAIL: 41898282+github-actions[bot]@users.noreply.github.com
        run: |
          answer=("$ANSWER")
          if [ -n "$DETAILS" ]; then answer+=(--details -); fi
          if [ "$ACTION" = none ] || [ "$ACTION" = fix ]; then answer+=(--action "$ACTION"); fi
          printf '%s' "$DETAILS" | npx sprint-check reply "\${answer[@]}"
          git commit --message="PO: $ANSWER"
          git push origin "HEAD:refs/heads/$BRANCH"
`;
}

function gitlabJob(project: Project): string {
  const cd = project.folder ? [`cd ${JSON.stringify(project.folder)}`] : [];
  const script = [...cd, ...install[project.packageManager], 'npx sprint-check'];
  const { push } = project.config;
  // GitLab compares names, without globs; the check itself leaves other branches alone.
  const isNamed = push.every((branch) => /^[\w./-]+$/.test(branch));
  const branches = isNamed ? push.map((branch) => ` && $CI_COMMIT_BRANCH == "${branch}"`) : [''];
  return `sprint-check:
  image: node:20
  variables:
    GIT_DEPTH: "0"
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
${branches.map((branch) => `    - if: $CI_PIPELINE_SOURCE == "push"${branch}`).join('\n')}
  before_script:
    # After a force push no branch holds the old tip any more, which the new one is compared with.
    - git cat-file -e "$CI_COMMIT_BEFORE_SHA" || git fetch origin "$CI_COMMIT_BEFORE_SHA" || true
  script:
${script.map((line) => `    - ${line}`).join('\n')}
`;
}

function defaults({ folder }: Project): string {
  return folder ? `    defaults:\n      run:\n        working-directory: ${JSON.stringify(folder)}\n` : '';
}

function steps({ packageManager }: Project): string {
  return install[packageManager].map((line) => `      - run: ${line}`).join('\n');
}
