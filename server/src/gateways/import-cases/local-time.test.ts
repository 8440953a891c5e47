import { expect, test } from 'vitest';
import { instantIn } from './local-time.ts';

const iso = (zone: string, text: string): string | undefined => {
  const at = instantIn(zone, text);
  return at === undefined ? undefined : new Date(at).toISOString();
};

test('a time of New York in summer and in winter', () => {
  expect(iso('America/New_York', '04/12/2018 11:11:26 AM')).toBe('2018-04-12T15:11:26.000Z');
  expect(iso('America/New_York', '12/03/2017 07:00:00 PM')).toBe('2017-12-04T00:00:00.000Z');
  expect(iso('America/New_York', '01/02/2019 12:05:00 AM')).toBe('2019-01-02T05:05:00.000Z');
});

test('the hour that came twice is the first, the one skipped is the one after', () => {
  expect(iso('America/New_York', '11/04/2018 01:30:00 AM')).toBe('2018-11-04T05:30:00.000Z');
  expect(iso('America/New_York', '03/11/2018 02:30:00 AM')).toBe('2018-03-11T07:30:00.000Z');
});

test('what is no time is none', () => {
  for (const text of ['', '13/45/2018', '02/30/2018 01:00:00 AM', 'yesterday', '2018-02-30'])
    expect(iso('America/New_York', text)).toBeUndefined();
});

test('ISO without offset', () => {
  expect(iso('Asia/Shanghai', '2026-11-20T09:10')).toBe('2026-11-20T01:10:00.000Z');
});
