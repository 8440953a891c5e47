import { removeDemonstration, NoDemonstration } from '../demonstration/remove-demonstration.ts';
import { openFiles } from '../files/open-files.ts';
import { type AddCommand, CommandFailed } from './command.ts';
import { withDatabase } from './with-program.ts';

/** `gezhi demo remove`: what a place does before it begins in earnest. */
export const addDemo: AddCommand = (program) => {
  program
    .command('demo')
    .description('the demonstration place')
    .command('remove')
    .requiredOption('--yes', 'really remove it: there is no way back')
    .description("removes the demonstration's county, accounts and files; other counties stay (stop the server first)")
    .action(() =>
      withDatabase(async ({ config, connected }) => {
        const { blobs } = await openFiles(config);
        const { county, rows, files } = await removeDemonstration({ connected, blobs, dataDir: config.dataDir }).catch(
          (error: unknown) => {
            throw error instanceof NoDemonstration ? new CommandFailed(error.message) : error;
          },
        );
        console.log(`removed the demonstration (county ${county}): ${rows} rows, ${files} files`);
        console.error('gezhi: the next start begins with the first set-up');
      }),
    );
};
