import { resolve } from 'node:path';
import { backUp } from '../backup/back-up.ts';
import { restore } from '../backup/restore.ts';
import { openFiles } from '../files/open-files.ts';
import type { AddCommand } from './command.ts';
import { withDatabase } from './with-program.ts';

const summary = (manifest: { tables: readonly { rows: number }[]; files: readonly unknown[] }) =>
  `${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${manifest.tables.length} tables, ${manifest.files.length} files`;

/** `gezhi backup <folder>` and `gezhi restore <folder>`. */
export const addBackup: AddCommand = (program) => {
  program
    .command('backup')
    .argument('<folder>', 'a folder that is empty or not there yet')
    .description(
      'writes the whole database and every file into a folder (on the embedded database: stop the server first)',
    )
    .action((folder: string) =>
      withDatabase(async ({ config, keys, connected }) => {
        const { blobs } = await openFiles(config);
        const manifest = await connected.withOwner((owner) =>
          backUp({ owner, blobs, keys }, resolve(folder), new Date().toISOString()),
        );
        console.log(`backed up ${summary(manifest)}`);
        console.error('gezhi: the keys are not in the backup; keep DATA_DIR/keys (or GEZHI_KEY) apart from it');
      }),
    );
  program
    .command('restore')
    .argument('<folder>', 'a folder written by gezhi backup')
    .description('takes a backup back into an empty database and files folder, and compares every row')
    .action((folder: string) =>
      withDatabase(async ({ config, keys, connected }) => {
        const manifest = await restore({ connected, blobs: (await openFiles(config)).blobs, keys }, resolve(folder));
        console.log(`restored ${summary(manifest)}, all compared`);
      }),
    );
};
