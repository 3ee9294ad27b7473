/** A file's text, and the byte order mark in front of it, which its parser does not see. */
export interface Decoded {
  readonly mark: '' | '\ufeff';
  readonly text: string;
}

/** Decodes the bytes of a file that is known to be UTF-8. */
export function decode(bytes: Buffer): Decoded {
  const whole = bytes.toString('utf8');
  return whole.startsWith('\ufeff') ? { mark: '\ufeff', text: whole.slice(1) } : { mark: '', text: whole };
}

/** What ends the lines of a text: CRLF where most end so, else LF. */
export function lineEnding(text: string): '\r\n' | '\n' {
  const all = text.split('\n').length - 1;
  return (text.split('\r\n').length - 1) * 2 > all ? '\r\n' : '\n';
}

/** A text with a line end at its end, where it has any line. */
export function withFinalNewline(text: string): string {
  return text === '' || /[\r\n]$/.test(text) ? text : text + lineEnding(text);
}
