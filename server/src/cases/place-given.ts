import type { FileCase } from '@gezhi/contract/cases/index';
import { areaScope, type Actor } from '@gezhi/domain/access/index';
import { convertPoint, countyOf, type Position } from '@gezhi/domain/places/index';
import type { Trx } from '../database/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CaseDeps } from './deps.ts';
import { notServed } from './file-case.ts';

/** Where a matter is, in the terms of a case. */
export interface Placed {
  readonly county: string;
  /** Smallest area that contains it. */
  readonly area: string;
  readonly point?: Position;
  readonly address?: string;
  /** Inside a served place but on no grid: shown as a gap. */
  readonly onNoGrid: boolean;
}

type PlaceGiven = FileCase['place'];

/** Areas below which there may be grids: a point that ends here is on none. */
const aboveGrids = new Set(['province', 'city', 'county', 'street', 'community']);

function pointGiven(given: PlaceGiven): Position | undefined {
  return given.point && convertPoint(given.point, given.crs, 'WGS84');
}

/** The county a report belongs to: the place code's, else the boundary that contains the point, else the filer's own. */
export function countyGiven(deps: CaseDeps, given: PlaceGiven, actor: Actor): string | Refusal {
  if (actor.kind === 'staff') return actor.county;
  if (given.area !== undefined) {
    const county = countyOf(given.area);
    return county !== undefined && deps.places.served().some(({ code }) => code === county) ? county : notServed(deps);
  }
  const point = pointGiven(given);
  if (point) return deps.places.locate(point)?.county ?? notServed(deps);
  return deps.config.defaultCounty ?? notServed(deps);
}

/** Finds the place of a report, or says why it has none. A worker's case without a place goes to the worker's own desk. */
export async function placeGiven(
  deps: CaseDeps,
  trx: Trx,
  county: string,
  given: PlaceGiven,
  actor: Actor,
): Promise<Placed | Refusal> {
  const landmark = given.landmark === undefined ? undefined : await deps.places.landmark(trx, county, given.landmark);
  if (given.landmark !== undefined && !landmark)
    return refuse('case.unknownLandmark', { errors: [{ path: 'place.landmark', code: 'unknown' }] });
  const point = pointGiven(given) ?? landmark?.point;
  const address = given.address ?? landmark?.label;
  const more = { ...(address !== undefined && address !== '' && { address }), ...(point && { point }) };
  if (point) return byPoint(deps, county, point, given.area, more);
  if (given.area !== undefined) return byArea(deps, county, given.area, more);
  const own = areaScope(actor)[0];
  if (own === undefined) return refuse('case.needsPlace', { errors: [{ path: 'place', code: 'case.needsPlace' }] });
  return { county, area: own, onNoGrid: false, ...more };
}

function byPoint(
  deps: CaseDeps,
  county: string,
  point: Position,
  area: string | undefined,
  more: object,
): Placed | Refusal {
  const located = deps.places.locate(point);
  if (!located || located.county !== county) return notServed(deps);
  // A label's code is more exact than the phone's position, where the two agree.
  const inside = area !== undefined && area.startsWith(located.smallest) && deps.places.area(area) !== undefined;
  const smallest = inside ? area : located.smallest;
  const kind = deps.places.area(smallest)?.kind ?? '';
  return { county, area: smallest, onNoGrid: aboveGrids.has(kind), ...more };
}

function byArea(deps: CaseDeps, county: string, area: string, more: object): Placed | Refusal {
  const known = deps.places.area(area);
  if (!known || !area.startsWith(county))
    return refuse('case.unknownArea', { errors: [{ path: 'place.area', code: 'unknown' }] });
  return { county, area, onNoGrid: false, ...more };
}
