import type { ImportMapping } from './mapping.ts';
import type { PlannedRow } from './plan-row.ts';

/** What a list needs in its county before its cases can be taken. */
export interface ListCounty {
  /** Area name → code, under the one street, in the order of their names. */
  readonly areas: ReadonlyMap<string, string>;
  /** Category name → code: two digits for the group, two for the category. */
  readonly categories: ReadonlyMap<string, string>;
  /** Group names by code. */
  readonly groups: ReadonlyMap<string, string>;
  readonly orgs: readonly string[];
}

const sorted = (names: Iterable<string | undefined>): readonly string[] =>
  [...new Set(names)].filter((name) => name !== undefined).toSorted();

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** Areas, categories and bodies that the rows name. Codes follow the order of the names, so that the same list gives the same codes. */
export function countyOfList(mapping: ImportMapping, rows: readonly PlannedRow[]): ListCounty {
  const groupOf = (category: string): string =>
    mapping.categoryGroup === undefined ? '' : (category.split(mapping.categoryGroup)[0] ?? '').trim();
  const names = sorted(rows.map((row) => row.category));
  const groups = new Map(sorted(names.map(groupOf)).map((name, index) => [name, digits(index + 1, 2)]));
  const categories = new Map<string, string>();
  for (const [group, code] of groups) {
    const within = names.filter((name) => groupOf(name) === group);
    for (const [index, name] of within.entries()) categories.set(name, `${code}${digits(index + 1, 2)}`);
  }
  const areas = new Map(
    sorted(rows.map((row) => row.area)).map((name, index) => [
      name,
      `${mapping.county.street.code}${digits(index + 1, 3)}`,
    ]),
  );
  return {
    areas,
    categories,
    groups: new Map([...groups].map(([name, code]) => [code, name === '' ? mapping.source : name])),
    orgs: sorted(rows.map((row) => row.org)),
  };
}
