import type { RuleWritten } from '@gezhi/contract/rules/index';
import type { Actor } from '@gezhi/domain/access/index';
import { readCalendarSheet } from '@gezhi/domain/rules/index';
import type { Trx } from '../database/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { findCut } from './rule-book.ts';
import { type NewVersion, writeRules } from './write-rules.ts';

type Sheet = Omit<NewVersion<'calendar'>, 'body'> & { readonly sheet: string };

/** Puts the years of a sheet into the calendar, each in place of what was known of it. */
export async function loadCalendar(
  deps: Parameters<typeof writeRules>[0],
  trx: Trx,
  actor: Extract<Actor, { kind: 'staff' }>,
  { sheet, ...writing }: Sheet,
): Promise<RuleWritten | Refusal> {
  const { years, faults } = readCalendarSheet(sheet);
  if (faults.length > 0) return refuse('rules.invalid', { errors: [...faults] });
  const at = writing.validFrom === undefined ? deps.clock.now() : Date.parse(writing.validFrom);
  const cut = await findCut(trx, actor.county, at);
  if (cut === undefined) return refuse('rules.notFound');
  const calendar = cut.calendar.body;
  const body = { ...calendar, years: { ...calendar.years, ...years } };
  return writeRules(deps, trx, actor, 'calendar', { ...writing, body });
}
