import { expect, it } from 'vitest';
import { grid } from '../../world/src/demonstration/index.ts';
import { buildHecheng, partOfPlace } from '../../world/src/hecheng/index.ts';
import { onOwnDemonstration } from '../../world/src/own-demonstration.ts';
import { liveWeek } from '../../world/src/week/live/index.ts';
import { databaseForServer } from './database.ts';

it('the week in 荷城社区, replayed over the API, ends as the design writes it', async () => {
  const { settings, drop } = await databaseForServer();
  try {
    const place = partOfPlace(buildHecheng(), grid);
    const { result, audited } = await onOwnDemonstration(place, ({ url, password }) => liveWeek(url, password), {
      settings,
    });
    expect(result.filter(({ same }) => !same)).toEqual([]);
    expect(result.length).toBeGreaterThan(200);
    expect(audited).toMatch(/^11 cases, \d+ events, 0 broken$/);
  } finally {
    await drop();
  }
}, 300_000);
