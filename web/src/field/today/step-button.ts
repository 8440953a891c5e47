import type { CaseRow } from '@gezhi/contract/cases/index';
import type { StaffCommandName } from '@gezhi/contract/cases/index';
import type { Item } from '../queue/item.ts';

/** What the one button of a row does: a command at once, or the case with a form open. */
export type RowStep =
  | { readonly kind: 'give'; readonly command: 'acknowledge' | 'reportIn' }
  | { readonly kind: 'open'; readonly word: 'finish' | 'verify' | 'open'; readonly act?: StaffCommandName };

/** The likely next step of somebody who owes it, by the clock that runs. */
export function stepOf(row: Pick<CaseRow, 'next'>): RowStep {
  switch (row.next?.stage) {
    case 'acknowledge':
      return { kind: 'give', command: 'acknowledge' };
    case 'reportIn':
      return { kind: 'give', command: 'reportIn' };
    case 'handle':
    case 'result':
      return { kind: 'open', word: 'finish', act: 'finish' };
    case 'verify':
      return { kind: 'open', word: 'verify', act: 'verify' };
    default:
      return { kind: 'open', word: 'open' };
  }
}

/** Whether what was done on this phone is in the row already: until the list was read again its button is not offered twice. */
export const isSeen = ({ state }: Pick<Item, 'state'>, row: Pick<CaseRow, 'version'>): boolean =>
  state.name === 'sent' && (state.arrived.version ?? 0) <= row.version;
