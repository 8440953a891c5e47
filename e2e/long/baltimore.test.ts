import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { accessRoutes } from '@gezhi/contract/access/index';
import { insightRoutes } from '@gezhi/contract/insight/index';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expect, it } from 'vitest';
import { openClient } from '../../world/src/client.ts';
import { signIn } from '../../world/src/demonstration/sign-in.ts';
import { gezhi } from '../../world/src/gezhi.ts';
import { newFolder, startServer } from '../../world/src/own-server.ts';
import { databaseForServer } from '../process/database.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = join(root, '../shared/data/baltimore-311.csv.gz');
const mapping = join(root, 'docs/examples/baltimore-311.json');

type Row = Readonly<Record<string, string>>;

/** What a clock on the wall showed, as a number that only orders times of one place; NaN for none. */
function wall(text: string): number {
  const [, month, day, year, hour, minute, second, half] =
    /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d) ([AP])M$/.exec(text.trim()) ?? [];
  return Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    (Number(hour) % 12) + (half === 'P' ? 12 : 0),
    Number(minute),
    Number(second),
  );
}

/** The two rates by the words of the design, straight from the file: every due time in it is years past. */
function counted(rows: readonly Row[]) {
  const closed = rows.filter((row) => row['SRStatus'] === 'Closed');
  const owed = rows.filter(
    (row) => /^(New|Open|Pending|In Progress)$/.test(row['SRStatus'] ?? '') && row['DueDate'] !== '',
  );
  const inTime = closed.filter(({ DueDate = '', CloseDate = '' }) => {
    const done = wall(CloseDate);
    return DueDate === '' || done - (done % 60_000) <= wall(DueDate);
  });
  const denominator = closed.length + owed.length;
  return { cases: rows.length, closure: [closed.length, denominator], onTime: [inTime.length, denominator] };
}

it.skipIf(!existsSync(file))(
  'real requests of a city: taken once, and their rates are those counted from the file',
  async () => {
    const all: Row[] = parse(gunzipSync(readFileSync(file)), { columns: true, bom: true });
    const rows = all.filter((_, index) => index % 8 === 0);
    const { settings, drop } = await databaseForServer();
    const folder = newFolder();
    try {
      const sheet = join(folder.path, 'rows.csv');
      writeFileSync(sheet, stringify([...rows], { header: true }));
      const run = (...args: string[]) => gezhi(args, folder.path, settings);
      const bring = async (): Promise<unknown> => JSON.parse(await run('import', 'cases', sheet, '--mapping', mapping));
      expect(await bring()).toMatchObject({ rows: rows.length, added: rows.length, known: 0, faulty: 0 });
      expect(await bring()).toMatchObject({ rows: rows.length, added: 0, known: rows.length });

      const link = await run(
        'user',
        'create',
        '--county',
        '990101',
        '--name',
        'A B',
        '--username',
        'reader',
        '--role',
        'assessor',
      );
      const server = await startServer(folder.path, settings);
      try {
        const token = new URL(link.trim()).pathname.split('/').at(-1) ?? '';
        const password = 'a-password-of-a-passing-server';
        await openClient(server.url).call(accessRoutes.useLink, { params: { token }, body: { password } });
        const reader = await signIn(server.url, 'reader', password);
        const { total, rows: units } = await reader.call(insightRoutes.figures, { query: { by: 'org' } });
        const shown = (unit: typeof total) => {
          const of = (code: string) => {
            const rate = unit.rates.find((one) => one.code === code);
            return [rate?.numerator, rate?.denominator];
          };
          return { cases: unit.cases, closure: of('closure'), onTime: of('onTime') };
        };
        expect(shown(total)).toEqual(counted(rows));
        // What was only reported there has no body here yet.
        const sent = rows.filter((row) => row['SRStatus'] !== 'New' && row['Agency'] !== '');
        const byAgency = [...Map.groupBy(sent, (row) => row['Agency'] ?? '')];
        expect(byAgency.length).toBeGreaterThan(5);
        const theirs = byAgency.map(([agency, some]) => [agency, counted(some)]);
        const ours = byAgency.map(([agency]) => {
          const unit = units.find((one) => one.unit.name === agency);
          return [agency, unit && shown(unit)];
        });
        expect(ours).toEqual(theirs);
      } finally {
        await server.stop();
      }
      expect(await run('audit', 'verify')).toMatch(new RegExp(`^${rows.length} cases, \\d+ events, 0 broken`));
    } finally {
      folder.remove();
      await drop();
    }
  },
  600_000,
);
