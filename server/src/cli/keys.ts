import { prepare } from '../database/open.ts';
import { readMigrations } from '../database/migrate.ts';
import { takeKeys } from '../database/own-keys.ts';
import { keyMark } from '../keys/index.ts';
import type { AddCommand } from './command.ts';
import { withDatabase } from './with-program.ts';

/** `gezhi keys accept`: how a place goes on that has lost its keys. */
export const addKeys: AddCommand = (program) => {
  program
    .command('keys')
    .description('the keys that seal personal data')
    .command('accept')
    .requiredOption('--yes', 'really go on without the keys of before')
    .description(
      'notes the keys at hand as those of the database: what others sealed stays closed (stop the server first)',
    )
    .action(() =>
      withDatabase(
        async ({ connected, keys }) => {
          await prepare(connected, await readMigrations());
          await connected.withOwner((owner) => takeKeys(owner, keyMark(keys)));
          console.log('the keys at hand are those of the database now');
          console.error(
            'gezhi: what was sealed with other keys stays closed; put DATA_DIR/keys (or GEZHI_KEY) in a safe place',
          );
        },
        { anyKeys: 'everywhere' },
      ),
    );
};
