import { dayOfDate } from '../time.ts';
import type { LocalDate } from '../time.ts';
import { normalised, symbolsFrom, valueOf } from './crockford.ts';

/*
 * The number of a case is printed and public: the local date of the report and six symbols of chance. A running
 * number would need one row that every filing updates, which caps a county at about 900 a second and makes all wait
 * for the slowest; it would also tell everybody how many reports there are. With 1,000 cases a day two numbers meet
 * about once in six years: the unique key refuses the second, and it is drawn again.
 */

const chanceLength = 6;

/** Random bytes a case number is made from. */
export const caseNumberBytes = chanceLength;

export type CaseNumber =
  /** `number` is the normal form, `date` the local date of the report. */
  | { readonly ok: true; readonly number: string; readonly date: LocalDate }
  | {
      readonly ok: false;
      readonly code: /** Not eight digits and six symbols. */
        | 'caseNumber.form'
        /** The digits are no date of the calendar. */
        | 'caseNumber.date';
    };

/** A case number such as `20261120-7K3M2Q`, from the local date of the report. Throws RangeError for too few bytes. */
export function caseNumberFrom(date: LocalDate, random: Uint8Array): string {
  return `${date.replaceAll('-', '')}-${symbolsFrom(random, chanceLength)}`;
}

/** Reads a case number as typed, with or without its hyphen; forgives what a follow code forgives. */
export function parseCaseNumber(typed: string): CaseNumber {
  const text = normalised(typed) ?? '';
  const [, year, month, day, chance] = /^(\d{4})(\d\d)(\d\d)(.{6})$/.exec(text) ?? [];
  if (chance === undefined || Array.from(chance).some((symbol) => valueOf(symbol) === undefined)) {
    return { ok: false, code: 'caseNumber.form' };
  }
  const date = `${year}-${month}-${day}`;
  if (dayOfDate(date) === undefined) return { ok: false, code: 'caseNumber.date' };
  return { ok: true, number: `${year}${month}${day}-${chance}`, date };
}
