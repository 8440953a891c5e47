import { parsePhone } from '../people/index.ts';
import type { ChoiceIndex } from './choices.ts';
import type { Column, Value } from './column.ts';
import { readDay, readInstant } from './dates.ts';
import { isBlank, narrow, type RawCell, textOfNumber, tidy } from './raw-cell.ts';

/** What can be wrong with one cell by itself. */
export type CellCode =
  | 'sheet.fault.required'
  | 'sheet.fault.formula'
  | 'sheet.fault.errorValue'
  | 'sheet.fault.lostDigits'
  | 'sheet.fault.malformed'
  | 'sheet.fault.tooLong'
  | 'sheet.fault.notCode'
  | 'sheet.fault.notInteger'
  | 'sheet.fault.notNumber'
  | 'sheet.fault.tooSmall'
  | 'sheet.fault.tooLarge'
  | 'sheet.fault.notDate'
  | 'sheet.fault.notTime'
  | 'sheet.fault.notChoice'
  | 'sheet.fault.twoChoices'
  | 'sheet.fault.notPhone';

export interface CellProblem {
  readonly code: CellCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Read = { readonly value: Value } | CellProblem;

/** What reading needs besides the column: its drop-down, and the clock of the place. */
export interface Reading {
  readonly choices?: ChoiceIndex | undefined;
  readonly offsetMinutes: number;
  /** Trunk code of the county, for landlines typed without it. */
  readonly trunk?: string | undefined;
}

const usualLength = 200;
const masked = /^[+\d]{2,7}\*{4}\d{2,4}$/;

/** Whether a phone cell holds what a list shows of a number: it says that the number stays as it is. */
export function isMasked(value: Value | undefined): boolean {
  return typeof value === 'string' && masked.test(value);
}

function textIn(raw: RawCell): string | CellProblem {
  if (typeof raw === 'string') return tidy(raw);
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  if (typeof raw === 'number') return textOfNumber(raw) ?? { code: 'sheet.fault.lostDigits' };
  return readDay(raw) ?? readInstant(raw, 0)?.slice(0, 19).replace('T', ' ') ?? { code: 'sheet.fault.notDate' };
}

function readText(column: Column, text: string): Read {
  // Spelled out, because a lone half of a character passes every regular expression.
  if (!text.isWellFormed() || text.includes('\u0000')) return { code: 'sheet.fault.malformed' };
  const limit = column.longest ?? usualLength;
  return text.length > limit ? { code: 'sheet.fault.tooLong', params: { limit } } : { value: text };
}

function readNumber(column: Column, raw: RawCell): Read {
  const wrong = { code: column.type === 'integer' ? 'sheet.fault.notInteger' : 'sheet.fault.notNumber' } as const;
  const typed = typeof raw === 'string' ? narrow(raw).replace(/(?<=\d),(?=\d{3}(\D|$))/g, '') : raw;
  const number = typeof typed === 'string' && /^[+-]?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;
  if (typeof number !== 'number' || !Number.isFinite(number)) return wrong;
  if (column.type === 'integer' && !Number.isSafeInteger(number)) return wrong;
  if (column.least !== undefined && number < column.least)
    return { code: 'sheet.fault.tooSmall', params: { limit: column.least } };
  if (column.most !== undefined && number > column.most)
    return { code: 'sheet.fault.tooLarge', params: { limit: column.most } };
  return { value: number === 0 ? 0 : number };
}

function readChoice(text: string, choices: ChoiceIndex | undefined): Read {
  const found = choices?.find(text);
  if (found === undefined) return { code: 'sheet.fault.notChoice' };
  return found === null ? { code: 'sheet.fault.twoChoices' } : { value: found };
}

function readPhone(text: string, trunk: string | undefined): Read {
  if (isMasked(text)) return { value: text };
  const phone = parsePhone(text, trunk);
  return phone === undefined ? { code: 'sheet.fault.notPhone' } : { value: phone.number };
}

function readByText(column: Column, text: string, reading: Reading): Read {
  const whole = readText(column, text);
  if (!('value' in whole)) return whole;
  if (column.type === 'choice') return readChoice(text, reading.choices);
  if (column.type === 'phone') return readPhone(text, reading.trunk);
  if (column.type !== 'code') return whole;
  const code = narrow(text);
  return /^[0-9A-Za-z._-]+$/.test(code) ? { value: code } : { code: 'sheet.fault.notCode' };
}

/** Reads a cell as its column says: full-width digits, spaces at the ends, dates as text or serial numbers. */
export function readCell(column: Column, raw: RawCell, reading: Reading): Read {
  if (typeof raw === 'object' && raw !== null && 'error' in raw) {
    if (raw.error === 'formula') return { code: 'sheet.fault.formula' };
    return { code: 'sheet.fault.errorValue', params: { value: raw.text } };
  }
  if (isBlank(raw)) return column.required === true ? { code: 'sheet.fault.required' } : { value: null };
  if (column.type === 'integer' || column.type === 'number') return readNumber(column, raw);
  if (column.type === 'date') {
    const day = readDay(raw);
    return day === undefined ? { code: 'sheet.fault.notDate' } : { value: day };
  }
  if (column.type === 'instant') {
    const at = readInstant(raw, reading.offsetMinutes);
    return at === undefined ? { code: 'sheet.fault.notTime' } : { value: at };
  }
  const text = textIn(raw);
  return typeof text === 'string' ? readByText(column, text, reading) : text;
}
