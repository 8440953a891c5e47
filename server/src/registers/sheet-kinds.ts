import { registerKinds } from '@gezhi/domain/registers/index';
import type { SheetKind } from '../sheets/index.ts';
import { careSheet } from './care-sheet.ts';
import type { RegisterDeps } from './deps.ts';
import { entrySheet } from './entry-sheet.ts';
import { groupSheet } from './group-sheet.ts';
import { householdSheet } from './household-sheet.ts';
import { placeSheet } from './place-sheet.ts';

/** Every register that goes out and comes in as a sheet. Records of care go out masked. */
export function registerSheetKinds(deps: Pick<RegisterDeps, 'isArea' | 'keys'>): readonly SheetKind[] {
  return [
    householdSheet(deps),
    placeSheet(deps),
    groupSheet(deps),
    careSheet(deps),
    ...registerKinds.map((kind) => entrySheet(deps, kind)),
  ];
}
