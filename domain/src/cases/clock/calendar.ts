import { dayMinutes, dayOfDate, isInstant, minuteMs } from '../../time.ts';
import type { Instant, LocalDate } from '../../time.ts';

/** What the published calendar of one year changes in plain weeks. */
export interface YearOfDays {
  /** Days off that would be weekdays. A weekend day listed here changes nothing. */
  readonly holidays: readonly LocalDate[];
  /** Weekend days that are worked (调休). */
  readonly makeUpWorkdays: readonly LocalDate[];
}

/** Workdays and office hours of a county: data, loaded by year. */
export interface Calendar {
  /** Local time minus UTC: 480 for Asia/Shanghai. */
  readonly offsetMinutes: number;
  /** Office hours as [from, to) in minutes of the day: [[480, 720], [840, 1080]] is 08:00–12:00 and 14:00–18:00. */
  readonly office: readonly (readonly [from: number, to: number])[];
  /** A year that is not here has weekends only: a fault to show, see `yearsMissing`. */
  readonly years: Readonly<Record<number, YearOfDays>>;
}

export type CalendarFault =
  /** The offset is no whole number of minutes within 14 hours. */
  | { readonly code: 'calendar.offset' }
  /** Office hours are missing, out of the day, out of order, overlapping or no whole minutes. */
  | { readonly code: 'calendar.office' }
  /** The text is no date, or a date of another year. */
  | { readonly code: 'calendar.date'; readonly year: number; readonly date: string }
  /** The date is both off and worked. */
  | { readonly code: 'calendar.bothLists'; readonly year: number; readonly date: string };

/** What keeps a calendar from being used, all of it at once. */
export function faultsOfCalendar(calendar: Calendar): readonly CalendarFault[] {
  const known = checked.get(calendar);
  if (known !== undefined) return known;
  const faults = findFaults(calendar);
  checked.set(calendar, faults);
  return faults;
}

// Every due time asks this of the same few calendars, which are immutable data.
const checked = new WeakMap<Calendar, readonly CalendarFault[]>();

function findFaults(calendar: Calendar): CalendarFault[] {
  const { offsetMinutes, office, years } = calendar;
  const faults: CalendarFault[] = [];
  if (!Number.isInteger(offsetMinutes) || Math.abs(offsetMinutes) > 14 * 60) faults.push({ code: 'calendar.offset' });
  if (!isOfficeDay(office)) faults.push({ code: 'calendar.office' });
  for (const [key, { holidays, makeUpWorkdays }] of Object.entries(years)) {
    const year = Number(key);
    for (const date of [...holidays, ...makeUpWorkdays]) {
      if (dayOfDate(date) === undefined || Number(date.slice(0, 4)) !== year) {
        faults.push({ code: 'calendar.date', year, date });
      }
    }
    const off = new Set(holidays);
    for (const date of makeUpWorkdays) if (off.has(date)) faults.push({ code: 'calendar.bothLists', year, date });
  }
  return faults;
}

function isOfficeDay(office: Calendar['office']): boolean {
  const edges = office.flat();
  const ordered = edges.every((edge, i) => Number.isInteger(edge) && edge > (edges[i - 1] ?? -1));
  return edges.length > 0 && ordered && edges.every((edge) => edge <= dayMinutes);
}

/** Local years touched by [from, to] whose holidays are not loaded, ascending. */
export function yearsMissing(calendar: Calendar, from: Instant, to: Instant): number[] {
  if (!isInstant(from) || !isInstant(to)) return [];
  const last = localYearOf(calendar, to);
  const missing: number[] = [];
  for (let year = localYearOf(calendar, from); year <= last; year += 1) {
    if (calendar.years[year] === undefined) missing.push(year);
  }
  return missing;
}

function localYearOf(calendar: Calendar, at: Instant): number {
  return new Date(at + calendar.offsetMinutes * minuteMs).getUTCFullYear();
}
