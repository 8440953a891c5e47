import type { putBoundary as shape } from '@gezhi/contract/places/index';
import type { z } from 'zod';
import type { Trx } from '../database/index.ts';
import { refuseStale } from '../http/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { findAreaRow, nextVersion } from './area-store.ts';
import { readBoundaries, type StoredBoundary } from './boundary-store.ts';
import { type Keeper, keeps, type PlacesDeps } from './deps.ts';
import { drawBoundary, readBoundary } from './draw-boundary.ts';

/** What stands for all versions of a boundary: it grows whenever one of them is drawn or ended. */
export function stateOf(versions: readonly StoredBoundary[]): number {
  return Math.max(0, ...versions.map(({ changed }) => changed));
}

/** Draws the boundary of an area from an instant on. That neighbours fit is the coverage check's to say: borders move one at a time. */
export async function putBoundary(
  deps: Pick<PlacesDeps, 'clock'>,
  trx: Trx,
  actor: Keeper,
  code: string,
  input: z.output<typeof shape>,
  ifMatch?: string,
): Promise<StoredBoundary | Refusal> {
  const { county } = actor;
  if (!keeps(actor, code)) return refuse('area.forbidden', { params: { area: code } });
  const boundary = readBoundary(input.geometry, input.crs, 'geometry');
  if (!('type' in boundary)) return refuse('boundary.invalid', { errors: boundary });
  const changed = await nextVersion(trx, county);
  const area = await findAreaRow(trx, county, code);
  if (area === undefined) return refuse('area.notFound', { params: { area: code } });
  if (area.retired_at !== null) return refuse('area.retired', { params: { area: code } });
  const from = input.validFrom === undefined ? deps.clock.now() : Date.parse(input.validFrom);
  const versions = await readBoundaries(trx, county, [code]);
  const stale = refuseStale(ifMatch, stateOf(versions));
  if (stale !== undefined) return stale;
  const drawing = { reason: input.reason ?? null, drawnBy: actor.kind === 'staff' ? actor.person : null };
  const { row } = await drawBoundary(trx, county, code, boundary, from, versions, changed, drawing);
  return row;
}
