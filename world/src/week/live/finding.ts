import { isDeepStrictEqual } from 'node:util';

/** One thing the design says of the week, beside what the program says. */
export interface Finding {
  /** Matter, order or figure it is about. */
  readonly about: string;
  readonly what: string;
  readonly expected: unknown;
  readonly found: unknown;
  readonly same: boolean;
}

/** Compares by content; what is undefined counts as not said. */
export function finding(about: string, what: string, expected: unknown, found: unknown): Finding {
  return { about, what, expected, found, same: isDeepStrictEqual(plain(expected), plain(found)) };
}

const plain = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);

/** The part of a record that is expected, so that more may be there. */
export const partOf = <Value>(found: Readonly<Record<string, Value>>, like: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(like).map((key) => [key, found[key]]));
