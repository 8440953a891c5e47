import { caseKind, caseState, channel, level, light, urgency } from '@gezhi/contract/cases/index';
import type { caseFilters } from '@gezhi/contract/cases/index';
import { areaCode, day } from '@gezhi/contract/shapes';
import { z } from 'zod';
import { columnNames } from './list/columns.ts';

const list = <Value extends z.ZodType>(value: Value) => z.array(value).max(20).optional().catch(undefined);
const flag = z.literal(true).optional().catch(undefined);
const word = z.string().max(100).optional().catch(undefined);

/** What the address of the cases page says: the filters, what is open, and what a narrow screen shows. A bad part is dropped. */
export const casesSearch = z.object({
  q: word,
  state: list(caseState),
  light: list(light),
  channel: list(channel),
  category: z
    .string()
    .regex(/^\d{2,12}$/)
    .optional()
    .catch(undefined),
  area: areaCode.optional().catch(undefined),
  itself: z.enum(['area', 'category']).optional().catch(undefined),
  org: z.uuid().optional().catch(undefined),
  urgency: urgency.optional().catch(undefined),
  kind: caseKind.optional().catch(undefined),
  level: level.optional().catch(undefined),
  overdue: flag,
  open: flag,
  mine: flag,
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  rate: word,
  part: z.enum(['numerator', 'denominator']).optional().catch(undefined),
  sort: z.enum(['due', 'newest', 'updated']).optional().catch(undefined),
  /** Columns of the list in their order; two lines a case where it says nothing. */
  cols: z.array(z.enum(columnNames)).min(1).max(columnNames.length).optional().catch(undefined),
  /** The map is folded away, so that the list has the room. */
  map: z.literal('off').optional().catch(undefined),
  /** The case that is open in the third pane. */
  id: z.uuid().optional().catch(undefined),
  view: z.enum(['list', 'map']).optional().catch(undefined),
});
export type CasesSearch = z.output<typeof casesSearch>;

type Filters = z.input<typeof caseFilters>;

/**
 * The filters as the API takes them. Days are whole days of the county.
 * @param offset of the county's time from UTC, `+08:00`
 */
export function filtersOf(search: CasesSearch, offset = '+08:00'): Filters {
  const { state, light: lights, channel: channels, from, to, ...same } = onlyFilters(search);
  return without({
    ...same,
    state: state?.join(','),
    light: lights?.join(','),
    channel: channels?.join(','),
    overdue: same.overdue === true ? 'true' : undefined,
    open: same.open === true ? 'true' : undefined,
    mine: same.mine === true ? 'true' : undefined,
    from: from === undefined ? undefined : `${from}T00:00:00${offset}`,
    // The API takes what was reported before `to`: the whole last day belongs to it.
    to: to === undefined ? undefined : `${dayAfter(to)}T00:00:00${offset}`,
  });
}

/** What narrows the list, without how it is shown. */
export function onlyFilters(search: CasesSearch) {
  const { id: _id, view: _view, sort: _sort, cols: _cols, map: _map, ...filters } = search;
  return filters;
}

/** How the list is shown, whatever it holds. */
export function onlyLayout({ sort, cols, map }: CasesSearch): Pick<CasesSearch, 'sort' | 'cols' | 'map'> {
  return { sort, cols, map };
}

/** The day after a day, `2026-12-31` → `2027-01-01`. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

type Kept<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function without<T extends object>(parts: T): Kept<T> {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''),
  ) as Kept<T>;
}

/** How many filters are set, the search words not counted. */
export function countFilters(search: CasesSearch): number {
  const { q: _q, ...rest } = filtersOf(search);
  return Object.keys(rest).length;
}
