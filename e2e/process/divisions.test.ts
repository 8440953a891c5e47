import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gezhi } from '../../world/src/gezhi.ts';
import { newFolder } from '../../world/src/own-server.ts';
import { streetsOf } from '../../world/src/worlds/divisions.ts';
import { databaseForServer } from './database.ts';

const counties = ['211282', '360827', '450802', '450803', '450804', '450821', '450881'];

it('the real divisions of seven counties come in from the command line, once', async () => {
  const { settings, drop } = await databaseForServer();
  const folder = newFolder();
  try {
    const streets = counties.flatMap(streetsOf);
    const villages = streets.flatMap((street) => street.villages);
    const sheet = (name: string, rows: readonly { code: string; name: string }[]): string => {
      const path = join(folder.path, name);
      writeFileSync(path, `code,name\n${rows.map((row) => `${row.code},"${row.name}"\n`).join('')}`);
      return path;
    };
    const args = ['import', 'divisions', '--streets', sheet('s.csv', streets), '--villages', sheet('v.csv', villages)];
    const run = async (): Promise<unknown> => JSON.parse(await gezhi(args, folder.path, settings));
    expect([streets.length, villages.length]).toEqual([120, 1_865]);
    const all = 7 + 120 + 1_865;
    expect(await run()).toEqual({ counties, created: all, known: 0, skipped: [] });
    expect(await run()).toMatchObject({ created: 0, known: all });
  } finally {
    folder.remove();
    await drop();
  }
});
