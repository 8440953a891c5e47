import type { CasesSearch } from './search.ts';

/** Ways of looking that a desk needs all day, above the list. */
export const savedViews = {
  mine: { mine: true },
  open: { open: true },
  red: { light: ['red'] },
  reported: { state: ['reported'] },
  accepted: { state: ['accepted'] },
  handled: { state: ['handled'] },
  awaiting: { light: ['awaiting'] },
  all: {},
} as const satisfies Record<string, Partial<{ [Key in keyof CasesSearch]: unknown }>>;
export type SavedView = keyof typeof savedViews;
export const savedViewNames = Object.keys(savedViews) as readonly SavedView[];

/** The filters of a view as search parameters. */
export function searchOfView(view: SavedView): CasesSearch {
  return structuredClone(savedViews[view]) as CasesSearch;
}

/** The view that the address shows exactly; undefined when filters were added to it. */
export function viewOfSearch(search: CasesSearch): SavedView | undefined {
  const { id: _id, view: _view, sort: _sort, ...filters } = search;
  const shown = canonical(filters);
  return savedViewNames.find((name) => canonical(savedViews[name]) === shown);
}

function canonical(filters: object): string {
  const parts = Object.entries(filters).filter(([, value]) => value !== undefined);
  return JSON.stringify(parts.toSorted(([a], [b]) => a.localeCompare(b)));
}
