import { dayMinutes, dayOfMinute } from '../../time.ts';
import type { LocalMinute } from '../../time.ts';
import type { Calendar } from './calendar.ts';
import { between } from './measure.ts';
import type { Measure } from './measure.ts';
import { workdays } from './workdays.ts';

/** Office minutes of one workday. */
export function officeMinutes(calendar: Calendar): number {
  return officeMinutesBefore(calendar, dayMinutes);
}

/** Minute of the day at which the office closes (1080 for 18:00). */
export function closingMinute(calendar: Calendar): number {
  return calendar.office.at(-1)?.[1] ?? dayMinutes;
}

/** Counts the office minutes of workdays on the line of local minutes. */
export function officeTime(calendar: Calendar): Measure {
  const days = workdays(calendar);
  const perDay = officeMinutes(calendar);

  const upTo = (minute: LocalMinute): number => {
    const day = dayOfMinute(minute);
    const worked = between(days, day - 1, day);
    return days.upTo(day - 1) * perDay + worked * officeMinutesBefore(calendar, minute - day * dayMinutes);
  };

  const reach = (after: LocalMinute, amount: number): LocalMinute => {
    const goal = upTo(after) + amount;
    const eve = dayOfMinute(after) - 1;
    const day = days.reach(eve, Math.ceil(goal / perDay) - days.upTo(eve));
    return day * dayMinutes + minuteReaching(calendar, goal - days.upTo(day - 1) * perDay);
  };

  return { upTo, reach };
}

function officeMinutesBefore(calendar: Calendar, minuteOfDay: number): number {
  return calendar.office.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, minuteOfDay) - from), 0);
}

/** Minute of the day at which so many of its office minutes are over. */
function minuteReaching(calendar: Calendar, amount: number): number {
  let left = amount;
  for (const [from, to] of calendar.office) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return closingMinute(calendar);
}
