import {
  asMultiPolygon,
  centreOf,
  convertBoundary,
  type CoordinateSystem,
  faultsOfRings,
  type MultiPolygon,
  placeVersion,
  squareMetres,
} from '@gezhi/domain/places/index';
import type { Trx } from '../database/index.ts';
import type { FieldError } from '../refusal.ts';
import { endBoundary, putBoundaryRows, type StoredBoundary } from './boundary-store.ts';
import { iso } from './deps.ts';
import { ringErrors } from './refusing.ts';

/** More corners than a county needs; what is longer costs more to check than it is worth. */
const mostPositions = 10_000;

/** A boundary as sent, in WGS 84, or what is wrong with it. `path` says where in the request it stands. */
export function readBoundary(
  geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: unknown },
  crs: CoordinateSystem,
  path: string,
): MultiPolygon | readonly FieldError[] {
  const sent = asMultiPolygon(geometry);
  const positions = sent.coordinates.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (positions > mostPositions) return [{ path, code: 'ring.tooLong' }];
  const faults = faultsOfRings(sent);
  return faults.length > 0 ? ringErrors(faults, path) : convertBoundary(sent, crs, 'WGS84');
}

/** Why and by whom a boundary was drawn by hand. */
export interface Drawing {
  readonly reason: string | null;
  readonly drawnBy: string | null;
}

const unsaid: Drawing = { reason: null, drawnBy: null };

/** Writes a boundary from an instant on among the versions there are. Answers the version, and whether anything changed. */
export async function drawBoundary(
  trx: Trx,
  county: string,
  area: string,
  boundary: MultiPolygon,
  from: number,
  versions: readonly StoredBoundary[],
  changed: number,
  drawing: Drawing = unsaid,
): Promise<{ readonly row: StoredBoundary; readonly written: boolean }> {
  const dated = versions.map((row) => ({
    row,
    from: Date.parse(row.validFrom),
    ...(row.validTo === null ? {} : { to: Date.parse(row.validTo) }),
  }));
  const same = dated.find((version) => version.from <= from && (version.to === undefined || from < version.to));
  if (same !== undefined && sameShape(same.row.boundary, boundary)) return { row: same.row, written: false };
  const change = placeVersion(dated, from);
  if (change.shortened !== undefined) {
    await endBoundary(trx, change.shortened.version.row, iso(change.shortened.to), changed);
  }
  const row = boundaryRow(county, area, boundary, from, change.to, changed, drawing);
  await putBoundaryRows(trx, [row]);
  return { row, written: true };
}

/** A row for a boundary with what is reckoned from its shape. */
export function boundaryRow(
  county: string,
  area: string,
  boundary: MultiPolygon,
  from: number,
  to: number | undefined,
  changed: number,
  drawing: Drawing = unsaid,
): StoredBoundary {
  const [longitude, latitude] = centreOf(boundary);
  return {
    county,
    area,
    validFrom: iso(from),
    validTo: to === undefined ? null : iso(to),
    boundary,
    squareMetres: squareMetres(boundary),
    longitude,
    latitude,
    changed,
    ...drawing,
  };
}

function sameShape(a: MultiPolygon, b: MultiPolygon): boolean {
  return JSON.stringify(a.coordinates) === JSON.stringify(b.coordinates);
}
