import { expect, test } from 'vitest';
import type { Rating } from '../case.ts';
import { countingRating } from './index.ts';

const day = 86_400_000;
const rating = (at: number, from: Rating['from'], solved: Rating['solved'] = 'yes'): Rating => ({
  at,
  from,
  solved,
  answered: true,
  satisfied: 'very',
});

test('the latest of the reporter counts, in whatever order they come', () => {
  const [first, last] = [rating(day, 'reporter', 'no'), rating(2 * day, 'reporter')];
  expect(countingRating([last, first], [0])).toBe(last);
});

test('a call-back counts only where the reporter said nothing', () => {
  const [said, called] = [rating(day, 'reporter', 'no'), rating(2 * day, 'callBack')];
  expect(countingRating([said, called], [0])).toBe(said);
  expect(countingRating([called], [0])).toBe(called);
});

test('for thirty days after a closing, and never before one', () => {
  expect(countingRating([rating(30 * day, 'reporter')], [0])).toBeDefined();
  expect(countingRating([rating(30 * day + 1, 'reporter')], [0])).toBeUndefined();
  expect(countingRating([rating(day, 'reporter')], [2 * day])).toBeUndefined();
  expect(countingRating([rating(day, 'reporter')], [])).toBeUndefined();
});

test('what was said of the first closing stands until more is said of the second', () => {
  const [first, second] = [rating(day, 'reporter', 'no'), rating(41 * day, 'reporter')];
  expect(countingRating([first], [0, 40 * day])).toBe(first);
  expect(countingRating([first, second], [0, 40 * day])).toBe(second);
});
