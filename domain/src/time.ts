/** A moment: integer milliseconds since 1970-01-01T00:00Z. On the wire and in the database it is an ISO text. */
export type Instant = number;

/** A date of the local calendar, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A local date as a number: days since 1970-01-01, which is 0. */
export type LocalDay = number;

/** A local wall-clock minute as a number: minutes since 1970-01-01T00:00 local time. */
export type LocalMinute = number;

export const minuteMs = 60_000;
export const dayMinutes = 1_440;
const dayMs = dayMinutes * minuteMs;

/** 0001-01-01T00:00Z and the last millisecond of 9999: what an ISO text with a four-digit year can say. */
export const firstInstant: Instant = -62_135_596_800_000;
export const lastInstant: Instant = 253_402_300_799_999;

/** Whether a number is a moment the program can store: an integer within the years 1 to 9999. */
export function isInstant(at: number): at is Instant {
  return Number.isInteger(at) && at >= firstInstant && at <= lastInstant;
}

/** Cuts a moment to its minute, as all clocks count. */
export function cutToMinute(at: Instant): Instant {
  return Math.floor(at / minuteMs) * minuteMs;
}

/*
 * Zones are a fixed offset in minutes, given as data (Asia/Shanghai is 480 and has had no summer time since 1991).
 * A place with summer time converts its times before they come here.
 */

export function localMinuteOf(at: Instant, offsetMinutes: number): LocalMinute {
  return Math.floor(at / minuteMs) + offsetMinutes;
}

export function instantOfLocalMinute(minute: LocalMinute, offsetMinutes: number): Instant {
  return (minute - offsetMinutes) * minuteMs;
}

/** The day a local minute lies in; midnight belongs to the day it begins. */
export function dayOfMinute(minute: LocalMinute): LocalDay {
  return Math.floor(minute / dayMinutes);
}

/** The local date at a moment. */
export function localDateOf(at: Instant, offsetMinutes: number): LocalDate {
  return dateOfDay(dayOfMinute(localMinuteOf(at, offsetMinutes)));
}

/** The moment at which a local day begins. */
export function startOfDay(day: LocalDay, offsetMinutes: number): Instant {
  return instantOfLocalMinute(day * dayMinutes, offsetMinutes);
}

/** The date of a day number. Years beyond 9999 come out with a sign and six digits, which no parser here takes. */
export function dateOfDay(day: LocalDay): LocalDate {
  const iso = new Date(day * dayMs).toISOString();
  return iso.slice(0, iso.indexOf('T'));
}

/** The day number of a date, or undefined when the text is no date of the calendar (2026-02-30). */
export function dayOfDate(date: LocalDate): LocalDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const ms = Date.parse(`${date}T00:00:00Z`);
  // Some engines roll 02-30 over into March instead of refusing it.
  return Number.isNaN(ms) || dateOfDay(ms / dayMs) !== date ? undefined : ms / dayMs;
}
