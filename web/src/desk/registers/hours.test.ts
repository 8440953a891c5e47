import { readHours } from '@gezhi/domain/registers/index';
import { describe, expect, it } from 'vitest';
import { hoursWords } from './hours.ts';

describe('opening hours', () => {
  it('are shown by the names of weekdays', () => {
    const hours = readHours('1-2 08:00-12:00\n7 09:00-11:30') ?? [];
    expect(hoursWords(hours, (day) => `D${day}`)).toBe('D1–D2 08:00-12:00\nD7 09:00-11:30');
  });
});
