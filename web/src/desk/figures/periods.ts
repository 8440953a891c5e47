/** First and last day of a period of the county's calendar, `2026-11-16`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const periodNames = ['week', 'month', 'days30', 'year'] as const;
export type PeriodName = (typeof periodNames)[number];

const DAY = 86_400_000;

/** The period a name means today. `offset` is the county's time from UTC in minutes. */
export function periodOf(name: PeriodName, now: number, offset = 480): Period {
  const today = new Date(now + offset * 60_000);
  const to = dayOf(today.getTime());
  switch (name) {
    case 'week':
      return { from: dayOf(today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY), to };
    case 'month':
      return { from: `${to.slice(0, 8)}01`, to };
    case 'days30':
      return { from: dayOf(today.getTime() - 29 * DAY), to };
    case 'year':
      return { from: `${to.slice(0, 5)}01-01`, to };
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
