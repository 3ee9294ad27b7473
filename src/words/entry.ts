/** The first entry of a journal, to be filled in; `now` is RFC 3339. */
export function firstEntry(sprint: number, now: string): string {
  return [
    '- who: ChatGPT',
    `  when: ${now}`,
    `  topic: Sprint S${sprint} — …`,
    '  did: …',
    '  ask: …',
    '  context: …',
    '  status: pending',
  ].join('\n');
}
