import { dayMinutes, type Instant, localDateOf, localMinuteOf } from '../time.ts';
import { type Calendar, isWorkday } from './clock/index.ts';
import type { CaseKind, Level, Urgency } from './state.ts';

/** A part of the day or week in which a row holds, in local minutes of the day, `to` excluded; over midnight when to < from. */
export interface TimeWindow {
  readonly days: 'workdays' | 'offDays' | 'all';
  readonly from: number;
  readonly to: number;
}

/** What a row of a decision table may ask of a matter. What it leaves out, it does not ask. */
export interface Conditions {
  /** Category code; holds for all under it. */
  readonly category?: string;
  /** Area code; holds for all under it. */
  readonly area?: string;
  readonly window?: TimeWindow;
  readonly level?: Level;
  readonly kind?: CaseKind;
  readonly urgency?: Urgency;
  readonly summonsKind?: string;
  /** Instant from which the row is in force. */
  readonly from?: Instant;
}

/** What is known of a matter when a row is looked for. */
export interface Matter {
  readonly category: string;
  readonly area: string;
  readonly level: Level;
  readonly kind: CaseKind;
  readonly urgency: Urgency;
  readonly summonsKind?: string;
}

function inWindow(calendar: Calendar, window: TimeWindow, now: Instant): boolean {
  const minute = ((localMinuteOf(now, calendar.offsetMinutes) % dayMinutes) + dayMinutes) % dayMinutes;
  const workday = isWorkday(calendar, localDateOf(now, calendar.offsetMinutes));
  if (window.days === 'workdays' && !workday) return false;
  if (window.days === 'offDays' && workday) return false;
  return window.from <= window.to
    ? minute >= window.from && minute < window.to
    : minute >= window.from || minute < window.to;
}

const exact = ['level', 'kind', 'urgency', 'summonsKind'] as const;

function matches(calendar: Calendar, row: Conditions, matter: Matter, now: Instant): boolean {
  return (
    matter.category.startsWith(row.category ?? '') &&
    matter.area.startsWith(row.area ?? '') &&
    (row.from ?? Number.NEGATIVE_INFINITY) <= now &&
    exact.every((key) => row[key] === undefined || row[key] === matter[key]) &&
    (row.window === undefined || inWindow(calendar, row.window, now))
  );
}

/** Category depth, then area depth, then time window, then the more exact row, then the newest. */
const rank = (row: Conditions): readonly number[] => [
  row.category?.length ?? 0,
  row.area?.length ?? 0,
  row.window ? 1 : 0,
  exact.filter((key) => row[key] !== undefined).length,
  row.from ?? Number.NEGATIVE_INFINITY,
];

function outranks(a: Conditions, b: Conditions): boolean {
  const left = rank(a);
  const right = rank(b);
  const at = left.findIndex((value, index) => value !== right[index]);
  // Equal in all: the later row of the list wins, so a county appends to override.
  return at === -1 || (left[at] ?? 0) > (right[at] ?? 0);
}

/** The most specific row that fits the matter at an instant; undefined where none does. */
export function mostSpecific<Row extends Conditions>(
  calendar: Calendar,
  rows: readonly Row[],
  matter: Matter,
  now: Instant,
): Row | undefined {
  return rows
    .filter((row) => matches(calendar, row, matter, now))
    .reduce<Row | undefined>((best, row) => (best === undefined || outranks(row, best) ? row : best), undefined);
}
