/** The weight of a finding: `error` refuses (exit 1), `warn` is only reported. */
export type Severity = 'error' | 'warn';
