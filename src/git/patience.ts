import type { Failure } from '../failure.js';

/** What is to be done once git has answered nothing for so long. */
export interface PatienceStep {
  /** Milliseconds. */
  readonly after: number;
  /** Takes git's arguments; a Failure that it gives ends git. */
  readonly act: (args: readonly string[]) => Failure | null;
}

/** Watches over git while it has something to answer. */
export class Watch {
  #timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly steps: readonly PatienceStep[] = [],
    private readonly args: readonly string[],
    private readonly end: (failure: Failure) => void,
  ) {}

  /** From now on git has something to answer; also called when it has answered a part. */
  restart(): void {
    this.stop();
    this.#timers = this.steps.map(({ after, act }) =>
      setTimeout(() => {
        const failure = act(this.args);
        if (failure) this.end(failure);
      }, after),
    );
  }

  /** git has answered all that it was asked. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}
