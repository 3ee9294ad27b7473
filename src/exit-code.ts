import type { Report } from './report/types.js';

/** 0: passes, warnings included; 1: a rule of severity `error` refuses; 2: no verdict. */
export function exitCode(report: Report): 0 | 1 | 2 {
  if (report.error) return 2;
  return report.ok ? 0 : 1;
}
