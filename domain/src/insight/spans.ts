import {
  dateOfDay,
  dayOfDate,
  dayOfMinute,
  type Instant,
  type LocalDate,
  type LocalDay,
  localMinuteOf,
  startOfDay,
} from '../time.ts';

/** Stretches of local time over which figures are added up. */
export const spanKinds = ['all', 'year', 'month', 'day'] as const;
export type SpanKind = (typeof spanKinds)[number];

/** A stretch by the date it begins on; all of time by one before every other. */
export interface Span {
  readonly kind: SpanKind;
  readonly begins: LocalDate;
}

export const allOfTime: Span = { kind: 'all', begins: '0001-01-01' };

/** The spans of each kind that a date lies in. */
export function spansOf(date: LocalDate): Readonly<Record<SpanKind, Span>> {
  return {
    all: allOfTime,
    year: { kind: 'year', begins: `${date.slice(0, 4)}-01-01` },
    month: { kind: 'month', begins: `${date.slice(0, 7)}-01` },
    day: { kind: 'day', begins: date },
  };
}

/** A period cut up: whole spans, and what is left of it before and after them. */
export interface CutPeriod {
  readonly spans: readonly Span[];
  /** The days that the spans cover: from the first on and before the second; absent for all of time, and without a span. */
  readonly days?: { readonly from: LocalDate; readonly before: LocalDate };
  /** The same in moments: from the first on and before the second. */
  readonly within: { readonly from?: Instant; readonly to?: Instant };
  /** From the first moment on and before the second; either may be open. */
  readonly rest: readonly { readonly from?: Instant; readonly to?: Instant }[];
}

/** Whole years are looked for between these, where a period is open on a side; what lies beyond is in its rest. */
const openYears = { first: '2000-01-01', last: '2100-01-01' } as const;

const dayOf = (date: LocalDate): LocalDay => dayOfDate(date) ?? 0;

/** The first day of the year or month after that of a date. */
function nextOf(kind: 'year' | 'month', date: LocalDate): LocalDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const later = kind === 'year' ? year + 1 : year + Math.floor(month / 12);
  const first = kind === 'year' || month === 12 ? 1 : month + 1;
  return `${String(later).padStart(4, '0')}-${String(first).padStart(2, '0')}-01`;
}

/** The longest span that begins on a day and ends by another. */
function longest(
  day: LocalDay,
  end: LocalDay,
  days: boolean,
): { readonly span: Span; readonly next: LocalDay } | undefined {
  const date = dateOfDay(day);
  const { year, month, day: own } = spansOf(date);
  for (const [kind, span] of [
    ['year', year],
    ['month', month],
  ] as const) {
    const next = dayOf(nextOf(kind, date));
    if (span.begins === date && next <= end) return { span, next };
  }
  return days ? { span: own, next: day + 1 } : undefined;
}

/**
 * Cuts a period into the fewest years, months and (if `days`) days that lie in it whole.
 * @param offsetMinutes local time minus UTC
 */
export function cutPeriod(
  { from, to }: { readonly from?: Instant | undefined; readonly to?: Instant | undefined },
  days: boolean,
  offsetMinutes: number,
): CutPeriod {
  if (from === undefined && to === undefined) return { spans: [allOfTime], within: {}, rest: [] };
  const whole = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const midnightFrom = from === undefined ? dayOf(openYears.first) : firstDayFrom(from, offsetMinutes);
  const end = to === undefined ? dayOf(openYears.last) : dayOfMinute(localMinuteOf(to, offsetMinutes));
  let begin = midnightFrom;
  // Without days, the first month that begins within.
  if (!days && !dateOfDay(begin).endsWith('-01')) begin = dayOf(nextOf('month', dateOfDay(begin)));
  const spans: Span[] = [];
  let at = begin;
  while (at < end) {
    const found = longest(at, end, days);
    if (found === undefined) break;
    spans.push(found.span);
    at = found.next;
  }
  if (spans.length === 0) return { spans, within: {}, rest: [whole] };
  const [first, last] = [startOfDay(begin, offsetMinutes), startOfDay(at, offsetMinutes)];
  const rest: { from?: Instant; to?: Instant }[] = [];
  if (from === undefined || from < first) rest.push({ ...(from !== undefined && { from }), to: first });
  if (to === undefined || last < to) rest.push({ from: last, ...(to !== undefined && { to }) });
  return { spans, days: { from: dateOfDay(begin), before: dateOfDay(at) }, within: { from: first, to: last }, rest };
}

/** The first local day that begins at a moment or after it. */
function firstDayFrom(at: Instant, offsetMinutes: number): LocalDay {
  const day = dayOfMinute(localMinuteOf(at, offsetMinutes));
  return startOfDay(day, offsetMinutes) === at ? day : day + 1;
}
