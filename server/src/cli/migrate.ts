import { readMigrations } from '../database/migrate.ts';
import { prepare } from '../database/open.ts';
import type { AddCommand } from './command.ts';
import { withDatabase } from './with-program.ts';

/** `gezhi migrate`: what the server does at its start, by itself. */
export const addMigrate: AddCommand = (program) => {
  program
    .command('migrate')
    .description("brings the database to this program's schema")
    .action(() =>
      withDatabase(async ({ connected }) => {
        const applied = await prepare(connected, await readMigrations());
        console.log(applied.length === 0 ? 'nothing to do' : applied.map((name) => `applied ${name}`).join('\n'));
      }),
    );
};
