import type { RuleBody } from '@gezhi/contract/rules/index';

type Year = RuleBody<'calendar'>['years'][string];

/** Whether nobody works on a day that is a weekday, or people work on one that is not. */
export type DayKind = 'off' | 'work';

/** A day that is not what its weekday says. */
export interface Day {
  readonly date: string;
  readonly kind: DayKind;
}

/** The days of a year in order. */
export function daysOf(year: Year | undefined): readonly Day[] {
  const days = [
    ...(year?.holidays ?? []).map((date): Day => ({ date, kind: 'off' })),
    ...(year?.makeUpWorkdays ?? []).map((date): Day => ({ date, kind: 'work' })),
  ];
  return days.sort((a, b) => a.date.localeCompare(b.date));
}

/** The year that these days make. */
export function withDays(days: readonly Day[]): Year {
  const of = (kind: DayKind) =>
    days
      .filter((day) => day.kind === kind)
      .map(({ date }) => date)
      .sort();
  return { holidays: of('off'), makeUpWorkdays: of('work') };
}
