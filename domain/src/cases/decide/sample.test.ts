import { expect, it } from 'vitest';
import { sampled } from './sample.ts';

/** Ids that differ as UUIDv7 of one minute do: mostly in their last digits. */
const ids = Array.from(
  { length: 20_000 },
  (_, index) =>
    `019a9f2c-${(0x1000 + (index >> 8)).toString(16)}-7c00-8000-${(index * 7919).toString(16).padStart(12, '0')}`,
);

it.each([0, 0.05, 0.1, 0.5, 1])('draws %d of the cases, within a tenth of it', (rate) => {
  const drawn = ids.filter((id) => sampled(id, rate)).length / ids.length;
  expect(Math.abs(drawn - rate)).toBeLessThanOrEqual(rate < 1 ? rate / 10 : 0);
});

it('gives the same answer whoever asks, and a larger sample keeps what a smaller one drew', () => {
  const few = ids.filter((id) => sampled(id, 0.1));
  expect(few.every((id) => sampled(id, 0.1) && sampled(id, 0.2))).toBe(true);
});
