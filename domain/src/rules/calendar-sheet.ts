import type { YearOfDays } from '../cases/index.ts';
import { dayOfDate } from '../time.ts';
import type { RuleFault } from './rule-kinds.ts';

/** Years of the statutory calendar as a sheet gave them. */
export interface SheetOfDays {
  readonly years: Readonly<Record<number, YearOfDays>>;
  readonly faults: readonly RuleFault[];
}

const off = new Set(['off', '休', '放假', '休息']);
const work = new Set(['work', '班', '上班', '调休']);

/**
 * Reads a sheet of holidays: a line a date, `date, name, off or work`, with or without a heading; commas, semicolons
 * or tabs. Every date of a year belongs in it, because the sheet replaces the year. Faults name the line.
 */
export function readCalendarSheet(text: string): SheetOfDays {
  const years: Record<number, { holidays: string[]; makeUpWorkdays: string[] }> = {};
  const faults: RuleFault[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const cells = line.split(/[,;\t，]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const [given = '', , what = ''] = cells;
    if (cells.every((cell) => cell === '') || (index === 0 && !/\d/.test(given))) continue;
    const fault = (code: string): number => faults.push({ path: `sheet.${index + 1}`, code, params: { id: given } });
    const date = given.replace(/^(\d{4})[./年](\d{1,2})[./月](\d{1,2})日?$/, (_, y: string, m: string, d: string) =>
      [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
    );
    if (dayOfDate(date) === undefined) fault('rules.sheetDate');
    else if (seen.has(date)) fault('rules.doubled');
    else if (!off.has(what) && !work.has(what)) fault('rules.sheetOffOrWork');
    else {
      const year = (years[Number(date.slice(0, 4))] ??= { holidays: [], makeUpWorkdays: [] });
      (off.has(what) ? year.holidays : year.makeUpWorkdays).push(date);
    }
    seen.add(date);
  }
  if (Object.keys(years).length === 0 && faults.length === 0) faults.push({ path: 'sheet', code: 'rules.empty' });
  for (const year of Object.values(years)) {
    year.holidays.sort();
    year.makeUpWorkdays.sort();
  }
  return { years, faults };
}
