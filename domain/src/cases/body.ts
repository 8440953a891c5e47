import { type Level, levels } from './state.ts';

/** Whoever can owe work on a case: an organisation, the desk of an area itself, or the workers of a grid. */
export type Body =
  | { readonly kind: 'org'; readonly org: string }
  | { readonly kind: 'desk'; readonly area: string }
  | { readonly kind: 'grid'; readonly area: string };

export const sameBody = (a: Body, b: Body): boolean => bodyKey(a) === bodyKey(b);

/** One text for a body, for comparing and for columns: `org:<id>`, `desk:<area>`, `grid:<area>`. */
export const bodyKey = (body: Body): string => (body.kind === 'org' ? `org:${body.org}` : `${body.kind}:${body.area}`);

/** A desk: an area with people who triage and dispatch, and its level. */
export interface Desk {
  readonly area: string;
  readonly level: 'community' | 'street' | 'county';
}

/** The desk an area answers to: the deepest desk whose code begins the area's. */
export function deskAt(desks: readonly Desk[], area: string): Desk | undefined {
  return desks
    .filter((desk) => area.startsWith(desk.area))
    .reduce<Desk | undefined>((best, desk) => (best && best.area.length >= desk.area.length ? best : desk), undefined);
}

/** The next desk above a desk or an area, if there is one. */
export function deskAbove(desks: readonly Desk[], area: string): Desk | undefined {
  return deskAt(
    desks.filter((desk) => desk.area.length < area.length),
    area,
  );
}

const height = (level: Desk['level']): number => levels.indexOf(level);

/** The nearest desk at or above one that has at least this level. */
export function deskFrom(desks: readonly Desk[], area: string, level: Level): Desk | undefined {
  return deskAt(
    desks.filter((desk) => height(desk.level) >= levels.indexOf(level)),
    area,
  );
}

/** The desk one level above a body that serves an area: for a body of the whole county the county's own desk. */
export const deskOver = (desks: readonly Desk[], area: string): Desk | undefined =>
  deskAbove(desks, area) ?? deskAt(desks, area);
