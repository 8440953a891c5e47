import { describe, expect, it } from 'vitest';
import { fileCase } from './cases/index.ts';
import { filledText, instant, isBlank } from './shapes.ts';

const unseen = {
  nothing: '',
  blanks: ' \t\r\n',
  'a wide blank': '\u3000',
  'a blank of no width': '\u200B',
  'joiners and marks of direction': '\u200D\u200C\u202E\u2066\u2060',
  'a soft hyphen': '\u00AD',
  'fillers of Hangul': '\u115F\u1160\u3164\uFFA0',
  controls: '\u0001\u007F\u0085',
};

describe('text that nobody can see', () => {
  it.each(Object.entries(unseen))('%s is no text', (_what, text) => {
    expect(isBlank(text)).toBe(true);
    expect(filledText(100).safeParse(text).success).toBe(false);
  });

  it.each(Object.entries(unseen))('%s is no report', (_what, description) => {
    const place = { point: [109.592, 23.105] };
    const read = fileCase.safeParse({ description, place });
    expect(read.error?.issues.map(({ message }) => message)).toEqual(['case.needsWordsOrPhoto']);
    expect(fileCase.safeParse({ description: `${description}灯`, place }).success).toBe(true);
  });

  it('is not what somebody wrote in another script, or with a picture', () => {
    for (const text of ['灯', 'a', '𠮷', '👩‍👩‍👧', '\u200F\u05D0', '-']) expect(isBlank(text)).toBe(false);
  });
});

describe('an instant', () => {
  it('is one that calendar, places and database all hold', () => {
    const taken = (text: string) => instant.safeParse(text).success;
    for (const text of [
      '2026-11-20T09:00:00Z',
      '2026-11-20T09:00:00.123+08:00',
      '2026-11-20T09:00:00-09:30',
      '2026-11-20T09:00:00+14:00',
    ])
      expect(taken(text), text).toBe(true);
    for (const text of [
      '2026-11-20T09:00:00',
      '2026-11-20T09:00:00+23:59',
      '2026-11-20T09:00:00+14:30',
      '1969-01-01T00:00:00Z',
      '2200-01-01T00:00:00Z',
    ])
      expect(taken(text), text).toBe(false);
  });
});
