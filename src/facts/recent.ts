/** Values by key, of which only those that were set or got lately are kept. */
export class Recent<Value> {
  #now = new Map<string, Value>();
  #before = new Map<string, Value>();

  get(key: string): Value | undefined {
    const value = this.peek(key);
    if (value !== undefined && !this.#now.has(key)) this.#now.set(key, value);
    return value;
  }

  /** The same, without keeping it any longer. */
  peek(key: string): Value | undefined {
    const value = this.#now.get(key);
    return value === undefined ? this.#before.get(key) : value;
  }

  set(key: string, value: Value): void {
    this.#now.set(key, value);
  }

  /** Lets go of all that was neither set nor got since it was last called. */
  age(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}

/** The value of a key, computed the first time that it is asked for. */
export function remember<Value>(known: Map<string, Value> | Recent<Value>, key: string, compute: () => Value): Value {
  const value = known.get(key) ?? compute();
  known.set(key, value);
  return value;
}
