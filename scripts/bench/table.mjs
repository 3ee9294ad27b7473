import { median } from './measure.mjs';

export const heading = `| Node | measured | ms | against | ms | ratio | due | git processes | peak MB |
|---|---|---:|---|---:|---:|---:|---:|---:|`;

/** A line of the table: medians of the times, and the median of the ratios of each round. */
export function tableLine(version, { subject, against, beyond, due }, times, { processes, peak }) {
  const own = times.get(subject);
  const others = own.map((_, round) => against.reduce((sum, other) => sum + times.get(other)[round], 0));
  const start = own.map((_, round) => (beyond ? times.get(beyond)[round] : 0));
  const isChecks = against.every(({ isCheck }) => isCheck);
  const ratios = own.map((time, round) => (time - start[round]) / (others[round] - (isChecks ? start[round] : 0)));
  const name = against.map((other) => other.name).join(' + ');
  const cells = [
    version.slice(1),
    subject.name,
    median(own).toFixed(1),
    beyond ? `${name}, beyond ${beyond.name}` : name,
    median(others).toFixed(1),
    median(ratios).toFixed(2),
    due ?? '',
    processes,
    peak.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}
