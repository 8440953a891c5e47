import type { OpenHours } from './bookings.ts';

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const line = /^([1-7])(?:-([1-7]))?\s+(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;

function runsOf(days: readonly number[]): readonly string[] {
  const runs: { first: number; last: number }[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`));
}

/** Hours as they are typed: `1-5 08:00-12:00`, one after another, the days from 1 Monday to 7 Sunday. */
export function hoursText(hours: readonly OpenHours[], between = '\n'): string {
  const spans = new Map<string, number[]>();
  for (const { day, from, to } of hours) {
    const key = `${clock(from)}-${clock(to)}`;
    spans.set(key, [...(spans.get(key) ?? []), day]);
  }
  return [...spans].flatMap(([span, days]) => runsOf(days).map((run) => `${run} ${span}`)).join(between);
}

/** Reads hours as they were typed, on lines of their own or with semicolons between; undefined where one cannot be read. */
export function readHours(text: string): readonly OpenHours[] | undefined {
  const hours: OpenHours[] = [];
  for (const one of text
    .normalize('NFKC')
    .split(/[\n;]/)
    .map((each) => each.trim())) {
    if (one === '') continue;
    const found = line.exec(one);
    if (found === null) return undefined;
    const [first, last, ...times] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = times;
    const from = fromHour * 60 + fromMinute;
    const to = toHour * 60 + toMinute;
    if (first === undefined || (last ?? first) < first || to > 1_440 || from >= to) return undefined;
    for (let day = first; day <= (last ?? first); day += 1) hours.push({ day, from, to });
  }
  return hours;
}
