import { expect, it } from 'vitest';
import { likeCategory, likeness, sameMatter } from './likeness.ts';

const near = { metres: 20, daysApart: 0, sameReporter: true };

it('is no proposal for another kind of matter, however near', () => {
  expect(sameMatter({ ...near, text: 0, likeCategory: false }).likeness).toBe(0);
  expect(sameMatter({ ...near, text: 0, likeCategory: true }).likeness).toBeGreaterThan(0.35);
  expect(sameMatter({ ...near, text: 0.6, likeCategory: false }).likeness).toBeGreaterThan(0.35);
});

it('takes a category for like another when it is the same or stands above it', () => {
  expect(likeCategory('01020401', '010204')).toBe(true);
  expect(likeCategory('01020401', '01020401')).toBe(true);
  // A lamp is no damaged road, although both are things of the street.
  expect(likeCategory('01020401', '01020403')).toBe(false);
});

it('sees through order and punctuation of the words', () => {
  expect(likeness('路灯不亮，三天了', '三天了 路灯不亮')).toBeGreaterThan(0.6);
  expect(likeness('路灯不亮', '楼道堆物')).toBe(0);
});
