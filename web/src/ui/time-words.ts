import { wallOf } from '../api/county-time.ts';
import type { Say } from '../words/locale.tsx';

/** What a clock counts, as in the domain. */
export type ClockKind = 'running' | 'working' | 'workingDays' | 'calendarDays';

/** What is left of a clock in its own kind of time: minutes or days, as reckoned by the server at `asOf`. */
export interface Left {
  readonly kind: ClockKind;
  readonly left: number;
  /** ISO time of the reckoning. */
  readonly asOf?: string | undefined;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Time left or gone as people say it: "还剩 3 小时 (工作时)", "超期 2 天". Without `left` everyday time is counted.
 * @param due epoch ms; @param now epoch ms on the program's clock
 */
export function dueWords(say: Say, due: number, now: number, left?: Left): string {
  if (now - due >= MINUTE) return overdueWords(say, now - due);
  if (left?.kind === 'working') return workingWords(say, left.left);
  if (left?.kind === 'workingDays') return workingDayWords(say, left.left);
  const wait = due - now;
  if (wait < MINUTE) return say('clock.left.now');
  if (wait < 2 * HOUR) return say('clock.left.minutes', { n: Math.floor(wait / MINUTE) });
  if (wait < 2 * DAY) return say('clock.left.hours', { n: Math.floor(wait / HOUR) });
  return say('clock.left.days', { n: Math.floor(wait / DAY) });
}

function workingWords(say: Say, minutes: number): string {
  if (minutes < 1) return say('clock.left.now');
  if (minutes < 120) return say('clock.left.workingMinutes', { n: Math.floor(minutes) });
  return say('clock.left.workingHours', { n: Math.floor(minutes / 60) });
}

function workingDayWords(say: Say, days: number): string {
  return days < 1 ? say('clock.left.lastWorkingDay') : say('clock.left.workingDays', { n: tenth(days) });
}

/** Whole from ten on, else to half a day: 2.5 says more than 2 and is no false exactness. */
const tenth = (days: number): number => (days >= 10 ? Math.floor(days) : Math.floor(days * 2) / 2);

function overdueWords(say: Say, gone: number): string {
  if (gone < 2 * HOUR) return say('clock.over.minutes', { n: Math.floor(gone / MINUTE) });
  if (gone < 2 * DAY) return say('clock.over.hours', { n: Math.floor(gone / HOUR) });
  return say('clock.over.days', { n: Math.floor(gone / DAY) });
}

/** "3 分钟前", "2 天前". Beyond a week the caller shows the date instead (undefined). */
export function agoWords(say: Say, at: number, now: number): string | undefined {
  const gone = now - at;
  if (gone < MINUTE) return say('clock.ago.now');
  if (gone < HOUR) return say('clock.ago.minutes', { n: Math.floor(gone / MINUTE) });
  if (gone < DAY) return say('clock.ago.hours', { n: Math.floor(gone / HOUR) });
  return gone < 7 * DAY ? say('clock.ago.days', { n: Math.floor(gone / DAY) }) : undefined;
}

/** Local date and time of the county, to the minute: `2026-11-20 09:05`. `zone` is an IANA name. */
export function exactTime(at: number, zone: string): string {
  return wallOf(at, zone).replace('T', ' ');
}
