import { registerKinds } from '@gezhi/domain/registers/index';
import type { SheetKind } from '../sheets/index.ts';
import type { RegisterDeps } from './deps.ts';
import { entrySheet } from './entry-sheet.ts';
import { groupSheet } from './group-sheet.ts';
import { householdSheet } from './household-sheet.ts';

/** Every register that goes out and comes in as a sheet. Records of care do not: they leave their list one at a time. */
export function registerSheetKinds(deps: Pick<RegisterDeps, 'isArea'>): readonly SheetKind[] {
  return [householdSheet(deps), groupSheet(deps), ...registerKinds.map((kind) => entrySheet(deps, kind))];
}
