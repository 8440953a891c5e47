import { dayMinutes } from '../../time.ts';
import type { Calendar } from './calendar.ts';
import { everyStep } from './measure.ts';
import type { Measure } from './measure.ts';
import { closingMinute, officeMinutes, officeTime } from './office-hours.ts';
import { workdays } from './workdays.ts';

/** What a clock counts: all minutes, office minutes, workdays, or days of the calendar. */
export const clockKinds = ['running', 'working', 'workingDays', 'calendarDays'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** How long a clock runs: minutes for `running` and `working`, days for the other two. */
export interface ClockAmount {
  readonly kind: ClockKind;
  readonly amount: number;
}

/** Longest amount taken: 69 days of minutes, or 400 years of workdays. More is a slip of the finger. */
export const largestAmount = 100_000;

/** Whether an amount can be counted: a whole number from 1 to `largestAmount`. */
export function isClockAmount({ kind, amount }: ClockAmount): boolean {
  return clockKinds.includes(kind) && Number.isInteger(amount) && amount >= 1 && amount <= largestAmount;
}

/** How a kind of clock counts. */
export interface Ruler {
  /** On the line of local minutes. */
  readonly minutes: Measure;
  /** For the kinds that end with a day. */
  readonly days?: {
    readonly measure: Measure;
    /** Counted minutes of one such day. */
    readonly length: number;
    /** Minute of the day at which the last day ends. */
    readonly endsAt: number;
  };
}

export function rulerOf(calendar: Calendar, kind: ClockKind): Ruler {
  switch (kind) {
    case 'running':
      return { minutes: everyStep };
    case 'working':
      return { minutes: officeTime(calendar) };
    case 'workingDays': {
      const days = { measure: workdays(calendar), length: officeMinutes(calendar), endsAt: closingMinute(calendar) };
      return { minutes: officeTime(calendar), days };
    }
    case 'calendarDays':
      return { minutes: everyStep, days: { measure: everyStep, length: dayMinutes, endsAt: dayMinutes } };
  }
}
