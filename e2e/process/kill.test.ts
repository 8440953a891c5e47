import { expect, it } from 'vitest';
import { killUnderLoad } from '../../world/src/kill/index.ts';
import { databaseForServer } from './database.ts';

it('a server killed again and again under load loses no acknowledged report, files none twice, and ends each clock once', async () => {
  const { settings, drop } = await databaseForServer();
  try {
    const { acknowledged, ...rest } = await killUnderLoad({
      times: 4,
      filers: 8,
      seed: 20_261_120,
      database: settings,
    });
    expect(acknowledged).toBeGreaterThan(0);
    expect(rest).toMatchObject({ lost: [], doubled: [], unknown: [], clocksNotOnce: [] });
    expect(rest.audited).toMatch(new RegExp(`^${acknowledged} cases, \\d+ events, 0 broken$`));
  } finally {
    await drop();
  }
}, 600_000);
