import { addBackup } from './backup.ts';
import { addClock } from './clock.ts';
import type { AddCommand } from './command.ts';
import { addExport } from './export.ts';
import { addMigrate } from './migrate.ts';

/** The commands of `gezhi`, in the order of its help. */
export const commands: readonly AddCommand[] = [addMigrate, addBackup, addExport, addClock];
