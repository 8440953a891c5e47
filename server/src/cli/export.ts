import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeTable } from '../backup/back-up.ts';
import { tableFile } from '../backup/manifest.ts';
import { listTables } from '../database/catalogue.ts';
import { inOwnerTransaction } from '../database/rows.ts';
import { type AddCommand, CommandFailed } from './command.ts';
import { withDatabase } from './with-program.ts';

/** `gezhi export`: everything of one county, to take it elsewhere. Personal fields stay sealed. */
export const addExport: AddCommand = (program) => {
  program
    .command('export')
    .argument('<folder>', 'where to write, one file of JSON lines a table')
    .requiredOption('--county <code>', 'six-digit code of the county')
    .description('writes every row of one county as JSON lines; personal fields stay sealed')
    .action(async (folder: string, { county }: { county: string }) => {
      if (!/^\d{6}$/.test(county)) throw new CommandFailed('--county must be the six digits of a county');
      await withDatabase(async ({ connected }) =>
        connected.withOwner((owner) =>
          inOwnerTransaction(owner, async () => {
            await mkdir(resolve(folder), { recursive: true });
            for (const table of await listTables(owner)) {
              if (!table.ofCounty) continue;
              const { rows } = await writeTable(owner, table, join(resolve(folder), tableFile(table.name)), {
                where: `county = '${county}'`,
              });
              console.log(`${table.name}: ${rows} rows`);
            }
          }),
        ),
      );
    });
};
