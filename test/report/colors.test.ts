import { describe, expect, test } from 'vitest';
import { wantsColors } from '../../src/report/colors.ts';

describe('colours', () => {
  test.each<[string, boolean | null, Record<string, string>, boolean, boolean]>([
    ['are for a terminal', null, {}, true, true],
    ['are not for a pipe', null, {}, false, false],
    ['are not for a dumb terminal', null, { TERM: 'dumb' }, true, false],
    ['are for another terminal', null, { TERM: 'xterm' }, true, true],
    ['come by FORCE_COLOR', null, { FORCE_COLOR: '1', TERM: 'dumb' }, false, true],
    ['come by FORCE_COLOR=true', null, { FORCE_COLOR: 'true' }, false, true],
    ['go by FORCE_COLOR=0', null, { FORCE_COLOR: '0' }, true, false],
    ['go by FORCE_COLOR=false', null, { FORCE_COLOR: 'false' }, true, false],
    ['do not care for an empty FORCE_COLOR', null, { FORCE_COLOR: '' }, true, true],
    ['go by NO_COLOR, whatever FORCE_COLOR', null, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['go by NO_COLOR=0 too', null, { NO_COLOR: '0' }, true, false],
    ['do not care for an empty NO_COLOR', null, { NO_COLOR: '' }, true, true],
    ['come by the flag, whatever NO_COLOR', true, { NO_COLOR: '1' }, false, true],
    ['go by the flag, whatever FORCE_COLOR', false, { FORCE_COLOR: '1' }, true, false],
  ])('%s', (_, flag, environment, isTerminal, expected) => {
    const flags = { color: flag === true, 'no-color': flag === false };
    expect(wantsColors(flags, environment, isTerminal)).toBe(expected);
  });
});
