import type { AccountRow, RevealedRow } from '@gezhi/contract/access/index';
import type { CsvColumn } from '../http/index.ts';
import type { AccountActRow } from './list-accounts.ts';

/** Columns of the lists as sheets. */
export const accountColumns: readonly CsvColumn<AccountRow>[] = [
  { heading: 'access.column.username', cell: (row) => row.username },
  { heading: 'access.column.name', cell: (row) => row.name },
  { heading: 'access.column.area', cell: (row) => row.area },
  { heading: 'access.column.state', cell: (row) => row.state },
  { heading: 'access.column.secondFactor', cell: (row) => row.secondFactor },
  { heading: 'access.column.lastSignIn', cell: (row) => row.lastSignIn },
  { heading: 'access.column.createdAt', cell: (row) => row.createdAt },
];

export const actColumns: readonly CsvColumn<AccountActRow>[] = [
  { heading: 'access.column.at', cell: (row) => row.at },
  { heading: 'access.column.username', cell: (row) => row.username },
  { heading: 'access.column.act', cell: (row) => row.act },
  { heading: 'access.column.by', cell: (row) => row.byName },
  { heading: 'access.column.reason', cell: (row) => row.reason },
];

export const revealColumns: readonly CsvColumn<RevealedRow>[] = [
  { heading: 'access.column.at', cell: (row) => row.at },
  { heading: 'access.column.name', cell: (row) => row.personName },
  { heading: 'access.column.what', cell: (row) => row.what },
  { heading: 'access.column.case', cell: (row) => row.caseId },
  { heading: 'access.column.purpose', cell: (row) => row.purpose },
];
