import { dayOfDate } from '../../time.ts';
import type { LocalDate, LocalDay } from '../../time.ts';
import type { Calendar } from './calendar.ts';
import { between, reachBySearch } from './measure.ts';
import type { Measure } from './measure.ts';

/** Whether a date is worked. A text that is no date is not. */
export function isWorkday(calendar: Calendar, date: LocalDate): boolean {
  const day = dayOfDate(date);
  return day !== undefined && between(workdays(calendar), day - 1, day) === 1;
}

/** Counts workdays on the line of local days. */
export function workdays(calendar: Calendar): Measure {
  const known = measures.get(calendar);
  if (known !== undefined) return known;
  const measure = buildMeasure(calendar);
  measures.set(calendar, measure);
  return measure;
}

// Calendars are immutable data, so what is worked out of one is kept as long as the calendar itself.
const measures = new WeakMap<Calendar, Measure>();

function buildMeasure(calendar: Calendar): Measure {
  const exceptions = exceptionsOf(calendar);
  const upTo = (day: LocalDay): number => weekdaysUpTo(day) + sumUpTo(exceptions, day);
  return { upTo, reach: (after, amount) => reachBySearch(upTo, after, amount) };
}

interface Exceptions {
  /** Days that differ from the plain week, ascending. */
  readonly days: readonly LocalDay[];
  /** Workdays won (+) or lost (−) up to and including each of them. */
  readonly sums: readonly number[];
}

function exceptionsOf(calendar: Calendar): Exceptions {
  const changes = new Map<LocalDay, number>();
  for (const { holidays, makeUpWorkdays } of Object.values(calendar.years)) {
    for (const day of daysOf(holidays)) if (isWeekday(day)) changes.set(day, -1);
    for (const day of daysOf(makeUpWorkdays)) if (!isWeekday(day)) changes.set(day, 1);
  }
  const days = [...changes.keys()].toSorted((a, b) => a - b);
  const sums: number[] = [];
  for (const day of days) sums.push((sums.at(-1) ?? 0) + (changes.get(day) ?? 0));
  return { days, sums };
}

function daysOf(dates: readonly LocalDate[]): LocalDay[] {
  return dates.map(dayOfDate).filter((day) => day !== undefined);
}

function sumUpTo({ days, sums }: Exceptions, day: LocalDay): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return sums[low - 1] ?? 0;
}

/** Mondays to Fridays up to and including a day, counted from Monday 1969-12-29, which is day −3. */
function weekdaysUpTo(day: LocalDay): number {
  const sinceMonday = day + 4;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7, 5);
}

function isWeekday(day: LocalDay): boolean {
  return weekdaysUpTo(day) > weekdaysUpTo(day - 1);
}
