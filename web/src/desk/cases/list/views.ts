import type { SavedView, ViewState } from '@gezhi/contract/cases/index';
import { casesSearch, onlyFilters, onlyLayout } from '../search.ts';
import type { CasesSearch } from '../search.ts';

/** Ways of looking that a desk needs all day, above the list. */
export const builtInViews = {
  mine: { mine: true },
  open: { open: true },
  red: { light: ['red'] },
  reported: { state: ['reported'] },
  accepted: { state: ['accepted'] },
  handled: { state: ['handled'] },
  awaiting: { light: ['awaiting'] },
  all: {},
} as const satisfies Record<string, Partial<{ [Key in keyof CasesSearch]: unknown }>>;
export type BuiltInView = keyof typeof builtInViews;
export const builtInNames = Object.keys(builtInViews) as readonly BuiltInView[];

/** The filters of a built-in view as search parameters. */
export function searchOfView(view: BuiltInView): CasesSearch {
  return structuredClone(builtInViews[view]) as CasesSearch;
}

/** The built-in view whose filters the address shows exactly, however they are shown. */
export function viewOfSearch(search: CasesSearch): BuiltInView | undefined {
  const shown = canonical(onlyFilters(search));
  return builtInNames.find((name) => canonical(builtInViews[name]) === shown);
}

/** All that a person keeps under a name: filters, columns, order, whether the map is there. Not the case that is open. */
export function stateOf(search: CasesSearch): ViewState {
  const whole = { ...onlyFilters(search), ...onlyLayout(search) };
  return Object.fromEntries(
    Object.entries(whole).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** A kept state as search parameters; what no longer means anything is dropped. */
export function searchOfState(state: ViewState): CasesSearch {
  return casesSearch.parse(state);
}

/** The person's own view that the address shows exactly. */
export function ownViewOf(search: CasesSearch, views: readonly SavedView[]): SavedView | undefined {
  const shown = canonical(stateOf(search));
  return views.find(({ state }) => canonical(stateOf(searchOfState(state))) === shown);
}

function canonical(filters: object): string {
  const parts = Object.entries(filters).filter(([, value]) => value !== undefined);
  return JSON.stringify(parts.toSorted(([a], [b]) => a.localeCompare(b)));
}
