import { say as sayIn } from '@gezhi/contract/words/index';
import { describe, expect, it } from 'vitest';
import type { Say } from '../words/locale.tsx';
import { agoWords, dueWords, exactTime } from './time-words.ts';

const say: Say = (id, ...values) => sayIn('zh-CN', id, ...values);
const now = Date.parse('2026-11-20T09:00:00+08:00');
const minutes = (n: number) => n * 60_000;

describe('dueWords', () => {
  it.each([
    [minutes(40), '还剩 40 分钟'],
    [minutes(200), '还剩 3 小时'],
    [minutes(60 * 50), '还剩 2 天'],
    [0, '马上到期'],
    [-minutes(5), '超期 5 分钟'],
    [-minutes(60 * 50), '超期 2 天'],
  ])('everyday time %d ms ahead: %s', (ahead, words) => {
    expect(dueWords(say, now + ahead, now)).toBe(words);
  });

  it('says working time as such', () => {
    expect(dueWords(say, now + minutes(900), now, { kind: 'working', left: 190 })).toBe('还剩 3 小时 (工作时)');
    expect(dueWords(say, now + minutes(9000), now, { kind: 'workingDays', left: 2.7 })).toBe('还剩 2.5 个工作日');
    expect(dueWords(say, now + minutes(90), now, { kind: 'workingDays', left: 0.4 })).toBe('不足 1 个工作日');
  });

  it('is overdue by the everyday clock, whatever the kind', () => {
    expect(dueWords(say, now - minutes(3000), now, { kind: 'working', left: 0 })).toBe('超期 2 天');
  });
});

describe('agoWords', () => {
  it.each([
    [10_000, '刚刚'],
    [minutes(3), '3 分钟前'],
    [minutes(130), '2 小时前'],
    [minutes(60 * 24 * 3), '3 天前'],
    [minutes(60 * 24 * 8), undefined],
  ])('%d ms: %s', (gone, words) => {
    expect(agoWords(say, now - gone, now)).toBe(words);
  });
});

it('gives the exact time of the county, not of the device', () => {
  expect(exactTime(now, 'Asia/Shanghai')).toBe('2026-11-20 09:00');
  expect(exactTime(now, 'America/New_York')).toBe('2026-11-19 20:00');
});
