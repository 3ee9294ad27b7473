/** Makes sure that a check judges what it is measured on, and has nothing against it. */
function verify(processes, { name, cwd, command, isCheck }) {
  if (!isCheck) return;
  const report = JSON.parse(processes.run({ cwd, command: [...command, '--format', 'json'] }).output);
  if (!report.sprint || report.diagnostics.length > 0) throw new Error(`${name}: ${JSON.stringify(report, null, 2)}`);
}

/**
 * Runs every subject once a round, in an order that changes from round to round, after one round that warms the
 * caches. Gives the milliseconds of each subject, round by round.
 */
export function measure(processes, subjects, rounds) {
  const times = new Map(subjects.map((subject) => [subject, []]));
  for (const subject of subjects) {
    verify(processes, subject);
    processes.run(subject);
  }
  for (let round = 0; round < rounds; round++) {
    const turn = round % subjects.length;
    for (const subject of [...subjects.slice(turn), ...subjects.slice(0, turn)]) {
      times.get(subject).push(processes.run(subject).milliseconds);
    }
  }
  return times;
}

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
