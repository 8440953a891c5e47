import { type Case, likeCategory } from '@gezhi/domain/cases/index';
import { distanceMetres, type Position, snapped } from '@gezhi/domain/places/index';
import type { CaseDeps } from './deps.ts';
import { listNear } from './list-store.ts';

const metresPerDegree = 111_320;
const dayMs = 86_400_000;

/** A box of so many metres around a point. */
export function boxAround([longitude, latitude]: Position, metres: number) {
  const dy = metres / metresPerDegree;
  const dx = metres / (metresPerDegree * Math.max(0.01, Math.cos((latitude * Math.PI) / 180)));
  return { west: longitude - dx, east: longitude + dx, south: latitude - dy, north: latitude + dy };
}

/** An open case near a point. */
export interface Nearby {
  readonly found: Case;
  readonly metres: number;
}

/**
 * Open cases of like category near a point, nearest first: shown before a new one is made. Read as the program, for
 * anybody may ask; what is shown of them is the public part only.
 */
export async function nearbyCases(
  deps: CaseDeps,
  county: string,
  point: Position,
  category: string | undefined,
): Promise<readonly Nearby[]> {
  const now = deps.clock.now();
  const { nearby } = await deps.rules(county, now);
  const since = new Date(now - nearby.days * dayMs).toISOString();
  const cases = await deps.db.transaction({ county, system: true }, (trx) =>
    listNear(trx, county, boxAround(point, nearby.metres), since),
  );
  return cases
    .filter((found) => found.report.about === undefined && !found.report.hideFromHandler)
    .filter((found) => category === undefined || likeCategory(found.category, category))
    .flatMap((found) => (found.point ? [{ found, metres: distanceMetres(found.point, point) }] : []))
    .filter(({ metres }) => metres <= nearby.metres)
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, 10);
}

/** A place as it may be shown to anybody. */
export const publicPoint = (point: Position): [number, number] => [...snapped(point)] as [number, number];
