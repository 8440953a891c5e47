import { describe, expect, it } from 'vitest';
import { hoursText, readHours } from './hours-text.ts';

describe('opening hours', () => {
  it('are read as typed and written the same way', () => {
    const text = '1-5 08:00-12:00\n1-5 15:00-18:00\n7 09:00-11:30';
    const hours = readHours(text);
    expect(hours).toHaveLength(11);
    expect(hoursText(hours ?? [])).toBe(text);
    expect(readHours('１-2 8:00-12:00 ')).toEqual([
      { day: 1, from: 480, to: 720 },
      { day: 2, from: 480, to: 720 },
    ]);
  });

  it('stand in one cell with semicolons between, full-width ones too', () => {
    const hours = readHours('1-5 08:00-12:00；6 09:00-11:00');
    expect(hoursText(hours ?? [], '; ')).toBe('1-5 08:00-12:00; 6 09:00-11:00');
  });

  it.each(['周一 8:00', '5-1 08:00-12:00', '8 08:00-12:00', '1 12:00-08:00', '1 08:00-25:00'])('are not %s', (text) => {
    expect(readHours(text)).toBeUndefined();
  });
});
