import { figureUnits } from '@gezhi/contract/insight/index';
import { areaCode, day } from '@gezhi/contract/shapes';
import { z } from 'zod';
import { dayAfter } from '../cases/search.ts';
import type { CasesSearch } from '../cases/search.ts';

/** Which cases are counted and how they are grouped, as the address says it. */
export const figuresSearch = z.object({
  by: z.enum(figureUnits).optional().catch(undefined),
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  area: areaCode.optional().catch(undefined),
  category: z
    .string()
    .regex(/^\d{2,12}$/)
    .optional()
    .catch(undefined),
  level: z.number().int().min(1).max(6).optional().catch(undefined),
});
export type FiguresSearch = z.output<typeof figuresSearch>;

/** The question as the API takes it: whole days of the county, the last one included. */
export function figureQueryOf({ from, to, ...rest }: FiguresSearch, offset = '+08:00') {
  const period = {
    ...(from === undefined ? {} : { from: `${from}T00:00:00${offset}` }),
    ...(to === undefined ? {} : { to: `${dayAfter(to)}T00:00:00${offset}` }),
  };
  return { ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)), ...period };
}

/** A line of the figures: all of a unit, or only what lies at it and not below. */
interface Unit {
  readonly code: string;
  readonly own: boolean;
}

/** The rows behind a figure: the same filters, the unit, and which part of which rate. */
export function rowsBehind(search: FiguresSearch, unit: Unit, part?: Pick<CasesSearch, 'rate' | 'part'>): CasesSearch {
  const { by = 'area', level: _level, ...filters } = search;
  const only = unit.code === '' ? {} : { [by]: unit.code };
  return { ...filters, ...only, ...(unit.own && by !== 'org' ? { itself: by } : {}), ...part };
}
