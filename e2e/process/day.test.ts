import { expect, it } from 'vitest';
import { liveDay } from '../../world/src/day/index.ts';
import { grid } from '../../world/src/demonstration/index.ts';
import { buildHecheng, partOfPlace } from '../../world/src/hecheng/index.ts';
import { onOwnDemonstration } from '../../world/src/own-demonstration.ts';

it('a day over the API: every button works, every case ends in a legal state, every chain verifies', async () => {
  const place = partOfPlace(buildHecheng(), grid);
  const plan = { cases: 20, seed: 7, date: '2026-11-20', place };
  const { result, audited } = await onOwnDemonstration(place, ({ url, password }) => liveDay(url, password, plan));
  expect(result.wrong).toEqual([]);
  expect(result.broken).toEqual([]);
  expect(result.cases).toBeGreaterThan(10);
  expect(audited).toMatch(new RegExp(`^${result.cases} cases, \\d+ events, 0 broken$`));
}, 300_000);
