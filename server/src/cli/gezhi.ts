import { Command } from 'commander';
import { BackupFailed } from '../backup/manifest.ts';
import { WrongSettings } from '../config/index.ts';
import { FolderInUse, OtherKeys } from '../database/index.ts';
import { WrongKey } from '../keys/index.ts';
import { CommandFailed } from './command.ts';
import { commands } from './commands.ts';

const expected = [CommandFailed, BackupFailed, WrongSettings, FolderInUse, OtherKeys, WrongKey];

/** One sentence where whoever ran the command can put it right; otherwise all there is. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return expected.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}

const program = new Command('gezhi').description(
  '格治 Gezhi: grid governance. Settings come from the environment, as for the server.',
);
for (const add of commands) add(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(`gezhi: ${explain(error)}`);
  process.exitCode = 1;
}
