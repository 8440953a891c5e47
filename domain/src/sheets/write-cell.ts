import { maskPhone } from '../people/index.ts';
import type { Column, Value } from './column.ts';
import { clockText } from './dates.ts';
import { isMasked, type Reading } from './read-cell.ts';

/** A value as the sheet shows it, the way `readCell` reads it back: numbers stay numbers, all else is text. */
export function writeCell(
  column: Column,
  value: Value | undefined,
  reading: Pick<Reading, 'choices' | 'offsetMinutes'>,
): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (column.type === 'choice') return reading.choices?.nameOf(value) ?? value;
  if (column.type === 'instant') return clockText(value, reading.offsetMinutes);
  if (column.type === 'phone') return isMasked(value) ? value : maskPhone(value);
  return value;
}
