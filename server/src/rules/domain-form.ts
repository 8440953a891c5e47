import type { ClockRuleBody, DutyRowBody } from '@gezhi/contract/rules/index';
import type { ClockRule, DutyRow } from '@gezhi/domain/cases/index';

/** A row's times come as ISO texts and are moments inside. */
function withMoment<Row extends { readonly from?: string }>({ from, ...row }: Row) {
  return { ...row, ...(from === undefined ? {} : { from: Date.parse(from) }) };
}

/** A row of the duty list as the domain reads it. */
export const dutyRowOf = (row: DutyRowBody): DutyRow => withMoment(row);

/** A row of the clock rules as the domain reads it. */
export const clockRuleOf = (row: ClockRuleBody): ClockRule => withMoment(row);
