import { convertBoundary, type CoordinateSystem } from '@gezhi/domain/places/index';
import type { Trx } from '../database/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { findAreaRow, listAreaRows, type StoredArea } from './area-store.ts';
import { livesAt } from './check-coverage.ts';
import { iso } from './deps.ts';
import { readLinesUnder } from './landmark-store.ts';
import { readShapes } from './read-shapes.ts';

export interface ExportQuery {
  readonly under: string;
  /** Epoch ms. */
  readonly at: number;
  readonly crs: CoordinateSystem;
  readonly kinds?: readonly string[] | undefined;
  /** How many areas at most; more are refused. */
  readonly limit: number;
}

/** An area and everything under it as GeoJSON, areas without a boundary with a null geometry. */
export async function exportAreas(trx: Trx, county: string, query: ExportQuery) {
  const { under, at, crs, kinds, limit } = query;
  if ((await findAreaRow(trx, county, under)) === undefined) {
    return refuse('area.notFound', { params: { area: under } }) satisfies Refusal;
  }
  const rows = await listAreaRows(trx, county, { under, kinds, retired: true }, undefined, limit + 1);
  if (rows.length > limit) return refuse('map.tooMany');
  const codes = kinds === undefined ? undefined : rows.map(({ code }) => code);
  const shapes = await readShapes(trx, county, { under, codes }, iso(at));
  const features = rows
    .filter((row) => livesAt(row, at))
    .map((row) => {
      const boundary = shapes.get(row.code);
      const geometry = boundary === undefined ? null : convertBoundary(boundary, 'WGS84', crs);
      return { type: 'Feature' as const, properties: propertiesOf(row), geometry };
    });
  return { type: 'FeatureCollection' as const, crs, features };
}

/** What anybody may see of the map: borders with their names, no counts, and the roads where asked. */
export async function readMap(
  trx: Trx,
  county: string,
  query: Omit<ExportQuery, 'crs' | 'limit'> & { readonly roads: boolean },
) {
  const map = await exportAreas(trx, county, { ...query, crs: 'WGS84', limit: 3_000 });
  if (!('features' in map)) return map;
  const areas = map.features.map(({ type, properties, geometry }) => {
    const { code, kind, name, parent } = properties;
    return { type, properties: { code, kind, name, ...(parent === undefined ? {} : { parent }) }, geometry };
  });
  const roads = query.roads ? await readLinesUnder(trx, county, query.under) : [];
  const lines = roads.map(({ kind, name, line }) => ({
    type: 'Feature' as const,
    properties: { kind, name },
    geometry: line as { type: 'LineString'; coordinates: number[][] },
  }));
  return { ...map, features: [...areas, ...lines] };
}

function propertiesOf(row: StoredArea) {
  return {
    code: row.code,
    kind: row.kind,
    name: row.name,
    ...(row.parent === null ? {} : { parent: row.parent }),
    ...(row.households === null ? {} : { households: row.households }),
    ...(row.population === null ? {} : { population: row.population }),
  };
}
