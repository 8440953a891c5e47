/** Opening hours of one weekday, in minutes of the local day. */
export interface OpenHours {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const line = /^([1-7])(?:-([1-7]))?\s+(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;

/** Hours as they are typed: a line each, `1-5 08:00-12:00`, the days from 1 Monday to 7 Sunday. */
export function hoursText(hours: readonly OpenHours[]): string {
  const spans = new Map<string, number[]>();
  for (const { day, from, to } of hours) {
    const key = `${clock(from)}-${clock(to)}`;
    spans.set(key, [...(spans.get(key) ?? []), day]);
  }
  return [...spans].flatMap(([span, days]) => runsOf(days).map((run) => `${run} ${span}`)).join('\n');
}

function runsOf(days: readonly number[]): readonly string[] {
  const runs: { first: number; last: number }[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`));
}

/** Hours as people read them: names of weekdays in place of their numbers, by `dayName` (1 Monday … 7 Sunday). */
export function hoursWords(hours: readonly OpenHours[], dayName: (day: number) => string): string {
  return hoursText(hours).replaceAll(/^([1-7])(?:-([1-7]))?/gm, (_run, first: string, last?: string) =>
    last === undefined ? dayName(Number(first)) : `${dayName(Number(first))}–${dayName(Number(last))}`,
  );
}

/** Reads hours as they were typed; undefined where a line cannot be read. */
export function readHours(text: string): readonly OpenHours[] | undefined {
  const hours: OpenHours[] = [];
  for (const one of text
    .normalize('NFKC')
    .split('\n')
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
