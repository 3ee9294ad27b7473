const artefacts = ['PLAN.md', 'BOARD.md', 'DEMO.md', 'REVIEW.md', 'RETRO.md', 'PREFLIGHT.md'];
const minute = 60;

export function journalPath(sprint) {
  return `docs/sprints/S${sprint}/INTERACTIONS.yaml`;
}

/** The notes and the artefacts of a sprint; `started` and all instants in seconds since the epoch. */
export function sprintFiles(sprint, started) {
  const header = `sprint_id: ${sprint}\nstarted_at: ${rfc3339(started)}\ninteraction_log: ./${journalPath(sprint)}`;
  return {
    'PO_NOTES.md': `# Notes\n\n\`\`\`yaml\n${header}\nstatus: wip\n\`\`\`\n\nWhat the PO wants, in a few lines.\n`,
    ...Object.fromEntries(artefacts.map((name) => [`docs/sprints/S${sprint}/${name}`, `# ${name}\n`])),
  };
}

export function entry(sprint, at, number) {
  return `- who: ChatGPT
  when: ${rfc3339(at)}
  topic: Sprint S${sprint} - validation prod
  did: |
    - The search, by place and by date
    - Delivery number ${number} of the sprint, with its tests
  ask: |
    1) Open /search and look for a tour in May.
    2) Change the month: the list follows.
  context:
    env: https://stage.example.app
    pr: Sprint S${sprint}
  status: pending

`;
}

function answer(sprint, at) {
  return `- who: PO
  when: ${rfc3339(at)}
  topic: Sprint S${sprint} - validation prod
  reply: KO
  details: The list stays on May.
  action: fix

`;
}

/** Files of code, a thousand in a folder. */
export function code(count) {
  const paths = Array.from({ length: count }, (_, index) => `src/${Math.floor(index / 1000)}/${index % 1000}.js`);
  return Object.fromEntries(paths.map((path) => [path, 'export {};\n']));
}

/** A sprint as it lies in the repository once it is over. */
export function oldSprint(sprint, started) {
  const { 'PO_NOTES.md': _, ...files } = sprintFiles(sprint, started);
  return { ...files, [journalPath(sprint)]: entry(sprint, started, 1) + answer(sprint, started + minute) };
}

/** The ten commits of a sprint that starts at an instant: nine with an entry each, and the PO's answer. */
export function sprintHistory(sprint, started) {
  const journal = journalPath(sprint);
  let entries = '';
  const commits = Array.from({ length: 9 }, (_, index) => {
    const at = started + (index + 1) * 2 * minute;
    entries += entry(sprint, at, index + 1);
    const opening = index === 0 ? sprintFiles(sprint, started) : {};
    const changed = { [`src/0/${index}.js`]: `sprint ${sprint}\n` };
    return { at, files: { ...opening, ...changed, [journal]: entries } };
  });
  const at = started + 20 * minute;
  return [...commits, { at, files: { [journal]: entries + answer(sprint, at) } }];
}

function rfc3339(seconds) {
  return new Date(seconds * 1000).toISOString();
}
