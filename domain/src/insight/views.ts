import type { Span, SpanKind } from './spans.ts';
import { spansOf } from './spans.ts';
import type { Standing } from './standing.ts';

/** A way in which figures are kept added up: codes cut to so many digits (0: not told apart at all), and whether by the day too. */
export interface FigureView {
  readonly name: string;
  readonly area: number;
  readonly category: number;
  readonly days: boolean;
}

const whole = 99;

/**
 * From the coarsest to the finest. What no view answers (a category in a community, both in depth) is few enough cases to be
 * counted where they lie. By the day where a day holds many more cases than kinds of them.
 */
export const figureViews = [
  { name: 'category-2', area: 6, category: 2, days: true },
  { name: 'area-9', area: 9, category: 0, days: true },
  { name: 'category-4', area: 6, category: 4, days: false },
  { name: 'category', area: 6, category: whole, days: false },
  { name: 'area-9-category-2', area: 9, category: 2, days: false },
  { name: 'area-12', area: 12, category: 0, days: false },
  { name: 'area', area: whole, category: 0, days: false },
] as const satisfies readonly FigureView[];

/** Of a county, by the bodies that have a work order; a case of several stands in each. */
export const orgView = { name: 'org', area: 6, category: 0, days: true } as const satisfies FigureView;

/** The coarsest view that tells codes apart to so many digits. */
export function viewFor(area: number, category: number): FigureView | undefined {
  return figureViews.find((view) => view.area >= area && view.category >= category);
}

type Over = Pick<Standing, 'overdue' | 'contact' | 'handle'>;

/** A case as figures add it up: all that its cells are told apart by. */
export interface Counted extends Over {
  readonly area: string;
  readonly category: string;
  /** Local date it was reported on, `YYYY-MM-DD`. */
  readonly day: string;
  readonly light: string;
  readonly key: string;
  readonly orgs: readonly string[];
}

/** How many cases of a view are alike in a span. */
export interface Cell extends Over {
  readonly view: string;
  readonly span: Span;
  readonly area: string;
  readonly category: string;
  readonly org: string;
  readonly light: string;
  readonly key: string;
}

const kinds: readonly SpanKind[] = ['all', 'year', 'month'];

/** Every cell that a case stands in. */
export function cellsOf({ area, category, day, orgs, light, key, overdue, contact, handle }: Counted): readonly Cell[] {
  const spans = spansOf(day);
  const alike = { light, key, overdue, contact, handle };
  const within = (view: FigureView, org: string): readonly Cell[] =>
    [...kinds, ...(view.days ? (['day'] as const) : [])].map((kind) => ({
      view: view.name,
      span: spans[kind],
      area: area.slice(0, view.area),
      category: category.slice(0, view.category),
      org,
      ...alike,
    }));
  return [
    ...figureViews.flatMap((view) => within(view, '')),
    ...[...new Set(orgs)].flatMap((org) => within(orgView, org)),
  ];
}
