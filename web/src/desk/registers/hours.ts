import { hoursText, type OpenHours } from '@gezhi/domain/registers/index';

/** Hours as people read them: names of weekdays in place of their numbers, by `dayName` (1 Monday … 7 Sunday). */
export function hoursWords(hours: readonly OpenHours[], dayName: (day: number) => string): string {
  return hoursText(hours).replaceAll(/^([1-7])(?:-([1-7]))?/gm, (_run, first: string, last?: string) =>
    last === undefined ? dayName(Number(first)) : `${dayName(Number(first))}–${dayName(Number(last))}`,
  );
}
