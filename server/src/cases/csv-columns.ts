import type { CaseRow, supervisionView } from '@gezhi/contract/cases/index';
import type { z } from 'zod';
import { say } from '@gezhi/contract/words/index';
import type { CsvColumn } from '../http/index.ts';

/** Columns of the case list as a sheet. */
export const caseColumns: readonly CsvColumn<CaseRow>[] = [
  { heading: 'case.sheet.number', cell: (row) => row.number },
  { heading: 'case.sheet.state', cell: (row, locale) => say(locale, `case.state.${row.state}`) },
  { heading: 'case.sheet.light', cell: (row, locale) => say(locale, `case.light.${row.light.light}`) },
  { heading: 'case.sheet.category', cell: (row) => row.category.name },
  { heading: 'case.sheet.urgency', cell: (row, locale) => say(locale, `case.urgency.${row.urgency}`) },
  { heading: 'case.sheet.area', cell: (row) => row.area.name },
  { heading: 'case.sheet.areaCode', cell: (row) => row.area.code },
  { heading: 'case.sheet.address', cell: (row) => row.address ?? '' },
  { heading: 'case.sheet.description', cell: (row) => row.description },
  { heading: 'case.sheet.owner', cell: (row) => row.next?.owner.name ?? '' },
  { heading: 'case.sheet.dueAt', cell: (row) => row.next?.clock.dueAt ?? '' },
  { heading: 'case.sheet.reportedAt', cell: (row) => row.reportedAt },
  { heading: 'case.sheet.closedAt', cell: (row) => row.closedAt ?? '' },
];

type OrderRow = z.output<typeof supervisionView> & { case: { number: string; description: string } };

/** Columns of the supervision orders as a sheet. */
export const orderColumns: readonly CsvColumn<OrderRow>[] = [
  { heading: 'case.sheet.order', cell: (row) => row.number },
  { heading: 'case.sheet.number', cell: (row) => row.case.number },
  { heading: 'case.sheet.description', cell: (row) => row.case.description },
  { heading: 'case.sheet.over', cell: (row) => row.over.name },
  { heading: 'case.sheet.to', cell: (row) => row.to.name },
  { heading: 'case.sheet.orderedAt', cell: (row) => row.orderedAt },
  { heading: 'case.sheet.dueAt', cell: (row) => row.dueAt ?? '' },
  { heading: 'case.sheet.answeredAt', cell: (row) => row.answeredAt ?? '' },
  { heading: 'case.sheet.answer', cell: (row) => row.answer ?? '' },
];
