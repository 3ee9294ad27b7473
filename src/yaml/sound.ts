import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import { deepest, densest } from './text.js';

// What two parsers were seen to differ in: control characters and tabs, byte order marks within a text, escapes of eight
// digits, blocks that keep the line breaks behind them or spell out their indentation, comments between a key and its
// value, and markers of documents.
const unsure = /[^\n\r -\ufefe\uff00-\uffff]|\\U|[|>](?:\+|-?[1-9])|:(?: *\r?\n)+ *#|^(?:---|\.\.\.)/m;

/**
 * The value of a text that is one sound YAML 1.2 document of lists, mappings, texts and whole numbers, as `readYamlText`
 * gives it; null where that has to tell: it knows all of YAML, what is wrong with a text, and where its parts stand, and
 * takes ten times as long.
 */
export function soundValue(text: string): { readonly value: unknown } | null {
  if (unsure.test(text) || mayBeDense(text)) return null;
  try {
    return new Reader(text).document();
  } catch {
    // js-yaml tells by an exception that it is not sound.
    return null;
  }
}

/** Whether a flow collection may stand in a text that holds too much, which js-yaml does not count. */
function mayBeDense(text: string): boolean {
  // Each comma parts two values.
  const most = densest / 2;
  return text.length > densest && text.split(',', most + 1).length > most;
}

class Unsure extends Error {}

/** Whether a scalar may be longer than a key (YAML 1.2, 7.4.2: 1024 characters), which js-yaml does not mind. */
function isLong(event: Event | undefined): boolean {
  return event?.type === EVENT_ID.SCALAR && event.valueEnd - event.valueStart > 1000;
}

/** Makes values of js-yaml's events. */
class Reader {
  readonly #text: string;
  readonly #events: readonly Event[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#events = parseEvents(text, { maxDepth: deepest });
  }

  document(): { readonly value: unknown } {
    const start = this.#events[this.#at++];
    if (start?.type !== EVENT_ID.DOCUMENT || start.explicitStart || start.explicitEnd) throw new Unsure();
    const value = this.#value();
    // Behind the end of the document there is no other.
    if (this.#events.length !== this.#at + 1) throw new Unsure();
    return { value };
  }

  #value(): unknown {
    const event = this.#events[this.#at++];
    if (!event || !('tagStart' in event) || event.tagStart >= 0 || event.anchorStart >= 0) throw new Unsure();
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event);
    return event.type === EVENT_ID.SEQUENCE ? this.#list() : this.#mapping();
  }

  #list(): unknown[] {
    const list: unknown[] = [];
    while (!this.#ends()) list.push(this.#value());
    return list;
  }

  #mapping(): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    while (!this.#ends()) {
      const source = this.#events[this.#at];
      const key = this.#value();
      // `__proto__` is among what every object has.
      if (typeof key !== 'string' || key in mapping || isLong(source)) throw new Unsure();
      mapping[key] = this.#value();
    }
    return mapping;
  }

  #ends(): boolean {
    if (this.#events[this.#at]?.type !== EVENT_ID.POP) return false;
    this.#at++;
    return true;
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): string | number {
    const value = getScalarValue(this.#text, event);
    if (event.style !== SCALAR_STYLE.PLAIN) return value;
    // A comment that cuts a plain text short is to be told.
    if (/^[ \t]+#/.test(this.#text.slice(event.valueEnd))) throw new Unsure();
    if (/^(?:0|[1-9]\d{0,14})$/.test(value)) return Number(value);
    // The core schema's other words (YAML 1.2, 10.3.2): null, booleans and numbers. Dates are texts to it.
    if (/^(?:|~|null|true|false|[-+]?\.?\d[\w.+-]*|[-+]?\.(?:inf|nan))$/i.test(value)) throw new Unsure();
    return value;
  }
}
