import { describe, expect, it } from 'vitest';
import {
  bookingRefusal,
  careRefusal,
  defaultCareKinds,
  hoursFit,
  marksPersons,
  overlaps,
  tidyAddress,
  visitDue,
} from './index.ts';

const day = 86_400_000;

describe('kinds of care', () => {
  it.each([
    '重点人员',
    '上访户',
    '信 访 人 员',
    '信教群众',
    '少数民族',
    '维稳稳控对象',
    '刑满释放人员',
    'petitioners',
    'Ethnic minority',
    'key persons',
    '重·点·人',
  ])('are never %s', (name) => expect(marksPersons(name)).toBe(true));

  it.each([...defaultCareKinds.map(({ name }) => name.zh), '孕产妇', '高龄老人', '留守儿童', '低保家庭', 'new mother'])(
    'may be %s',
    (name) => expect(marksPersons(name)).toBe(false),
  );
});

describe('a record of care', () => {
  const now = Date.parse('2026-11-20T00:00:00Z');
  it('expires, and not later than consent may last', () => {
    expect(careRefusal({ from: now, expires: now + 365 * day }, now)).toBeUndefined();
    expect(careRefusal({ from: now, expires: now }, now)).toBe('care.expired.invalid');
    expect(careRefusal({ from: now, expires: now + 1_200 * day }, now)).toBe('care.tooLong.invalid');
    expect(careRefusal({ from: now + 900 * day, expires: now + 1_200 * day }, now)).toBe('care.tooLong.invalid');
  });

  it('has its next visit an interval after the last', () => {
    expect(visitDue(7, now, undefined)).toBe(now + 7 * day);
    expect(visitDue(7, now, now + 3 * day)).toBe(now + 10 * day);
  });
});

describe('bookings and hours', () => {
  it('overlap where they share a moment', () => {
    expect(overlaps({ from: 1, to: 3 }, { from: 2, to: 4 })).toBe(true);
    expect(overlaps({ from: 1, to: 3 }, { from: 3, to: 4 })).toBe(false);
  });
  it('last a while and no more than a week', () => {
    expect(bookingRefusal({ from: 0, to: day })).toBeUndefined();
    expect(bookingRefusal({ from: day, to: day })).toBe('booking.span.invalid');
    expect(bookingRefusal({ from: 0, to: 8 * day })).toBe('booking.tooLong.invalid');
  });
  it('of a day do not overlap', () => {
    const morning = { day: 1, from: 480, to: 720 };
    expect(hoursFit([morning, { day: 1, from: 870, to: 1_080 }, { day: 2, from: 480, to: 720 }])).toBe(true);
    expect(hoursFit([morning, { day: 1, from: 700, to: 1_080 }])).toBe(false);
    expect(hoursFit([{ day: 1, from: 720, to: 720 }])).toBe(false);
  });
});

describe('an address', () => {
  it('is one spelling however it is typed', () => {
    expect(tidyAddress(' 荷塘苑 ３栋 1单元　101 ')).toBe('荷塘苑3栋1单元101');
  });
});
