import { defaultRoles, type Role } from '@gezhi/domain/access/index';
import { type Calendar, chinaCalendar, isWorkday } from '@gezhi/domain/cases/index';
import { dayMinutes, type Instant, localDateOf, localMinuteOf } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import { findCut } from '../rules/index.ts';

/** The roles of a county in force at an instant; the defaults where the county has no rules yet. */
export async function rolesOf(trx: Trx, county: string, now: Instant): Promise<readonly Role[]> {
  return (await findCut(trx, county, now))?.roles.body.roles ?? defaultRoles;
}

/** The calendar of a county in force at an instant. */
async function calendarOf(trx: Trx, county: string, now: Instant): Promise<Calendar> {
  return (await findCut(trx, county, now))?.calendar.body ?? chinaCalendar;
}

/** Whether offices that keep this calendar are open at an instant. */
export function isOpen(calendar: Calendar, now: Instant): boolean {
  const minute = ((localMinuteOf(now, calendar.offsetMinutes) % dayMinutes) + dayMinutes) % dayMinutes;
  const open = calendar.office.some(([from, to]) => from <= minute && minute < to);
  return open && isWorkday(calendar, localDateOf(now, calendar.offsetMinutes));
}

/** Whether the desks of a county work at an instant. */
export async function officeHours(trx: Trx, county: string, now: Instant): Promise<boolean> {
  return isOpen(await calendarOf(trx, county, now), now);
}
