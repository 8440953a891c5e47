import { addAudit } from './audit.ts';
import { addBackup } from './backup.ts';
import { addClock } from './clock.ts';
import type { AddCommand } from './command.ts';
import { addDemo } from './demo.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addKeys } from './keys.ts';
import { addMigrate } from './migrate.ts';
import { addUser } from './user.ts';

/** The commands of `gezhi`, in the order of its help. */
export const commands: readonly AddCommand[] = [
  addMigrate,
  addImport,
  addExport,
  addBackup,
  addUser,
  addKeys,
  addDemo,
  addAudit,
  addClock,
];
