import { resolve } from 'node:path';
import { backUp } from '../backup/back-up.ts';
import { restore } from '../backup/restore.ts';
import { askForBackup } from '../backup/running-server.ts';
import { summaryOf } from '../backup/summary.ts';
import { readConfig } from '../config/index.ts';
import { FolderInUse } from '../database/index.ts';
import { openFiles } from '../files/open-files.ts';
import type { AddCommand } from './command.ts';
import { withDatabase } from './with-program.ts';

/** Backs up by itself, or through the server that has the embedded database open. */
async function makeBackup(folder: string): Promise<string> {
  try {
    return await withDatabase(async ({ config, keys, connected }) => {
      const { blobs } = await openFiles(config);
      return summaryOf(await backUp({ database: connected, blobs, keys }, folder, new Date().toISOString()));
    });
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const summary = await askForBackup(readConfig(process.env).dataDir, folder);
    if (summary === undefined) throw error;
    return summary;
  }
}

/** `gezhi backup <folder>` and `gezhi restore <folder>`. */
export const addBackup: AddCommand = (program) => {
  program
    .command('backup')
    .argument('<folder>', 'a folder that is empty or not there yet')
    .description('writes the whole database at one moment and every file into a folder; the server may go on working')
    .action(async (folder: string) => {
      console.log(`backed up ${await makeBackup(resolve(folder))}`);
      console.error('gezhi: the keys are not in the backup; keep DATA_DIR/keys (or GEZHI_KEY) apart from it');
    });
  program
    .command('restore')
    .argument('<folder>', 'a folder written by gezhi backup')
    .description('takes a backup back into an empty database and files folder, and compares every row')
    .action((folder: string) =>
      withDatabase(
        async ({ config, keys, connected }) => {
          const manifest = await restore({ connected, blobs: (await openFiles(config)).blobs, keys }, resolve(folder));
          console.log(`restored ${summaryOf(manifest)}, all compared`);
        },
        { begins: true, anyKeys: 'folder' },
      ),
    );
};
