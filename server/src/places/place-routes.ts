import { placeRoutes } from '@gezhi/contract/places/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../database/index.ts';
import { cursorAfter, pageOf, positionIn, serve } from '../http/index.ts';
import { isRefusal } from '../refusal.ts';
import { type ServedDeps, staffOf } from './deps.ts';
import { baseMapOf } from './base-map.ts';
import { readMap } from './export-areas.ts';
import { importLandmarks } from './import-landmarks.ts';
import { listLandmarkRows, type StoredLandmark } from './landmark-store.ts';
import { countyMeant, locatePoint } from './locate-point.ts';
import { removeLandmark } from './remove-landmark.ts';
import { searchPlaces } from './search-places.ts';
import { serveArchive } from './serve-archive.ts';
import { landmarkColumns } from './sheets.ts';
import { writable } from './writable.ts';

const list = 'landmarks';

/** Points, landmarks and the public map over HTTP. */
export function servePlaces(app: FastifyInstance, deps: ServedDeps): void {
  const { db, keys, clock, config } = deps;
  const base = baseMapOf(config);
  if (config.map.archive !== undefined) serveArchive(app, config.map.archive);

  serve(app, deps, placeRoutes.baseMap, ({ reply }) => {
    reply.header('cache-control', 'public, max-age=300');
    return Promise.resolve(base);
  });

  serve(app, deps, placeRoutes.locate, ({ query }) =>
    Promise.resolve(locatePoint(deps, [query.lon, query.lat], query.crs)),
  );

  serve(app, deps, placeRoutes.search, async ({ query, actor }) => {
    const county =
      actor.kind === 'staff' ? actor.county : countyMeant(deps, { county: query.county, area: query.under });
    if (isRefusal(county)) return county;
    const rows = await db.transaction(scopeOf(actor, county), (trx) => searchPlaces(deps, trx, county, query));
    return { rows };
  });

  serve(app, deps, placeRoutes.map, async ({ query, actor, reply }) => {
    const county = countyMeant(deps, { area: query.under });
    if (isRefusal(county)) return county;
    const map = await db.transaction(scopeOf({ kind: 'public' }, county), (trx) =>
      readMap(trx, county, {
        under: query.under,
        at: clock.now(),
        kinds: query.kinds.split(','),
        roads: query.roads === 'true',
      }),
    );
    if (actor.kind === 'public') reply.header('cache-control', 'public, max-age=60');
    return writable(map);
  });

  serve(
    app,
    deps,
    placeRoutes.listLandmarks,
    async ({ query, actor }) => {
      const staff = staffOf(actor);
      const position = positionIn(keys, list, query.cursor);
      if (isRefusal(position)) return position;
      const after = position === undefined ? undefined : String(position[0]);
      const rows = await db.transaction(scopeOf(staff, staff.county), (trx) =>
        listLandmarkRows(trx, staff.county, query.under, after, query.limit + 1),
      );
      return pageOf(rows, query.limit, shownLandmark, (row) => cursorAfter(keys, list, [row.id]));
    },
    { csv: landmarkColumns },
  );

  serve(app, deps, placeRoutes.importLandmarks, async ({ body, actor, once }) => {
    const staff = staffOf(actor);
    return once(scopeOf(staff, staff.county), (trx) => importLandmarks(deps, trx, staff, body));
  });

  serve(app, deps, placeRoutes.removeLandmark, async ({ params, actor }) => {
    const staff = staffOf(actor);
    return db.transaction(scopeOf(staff, staff.county), (trx) => removeLandmark(trx, staff, params.id));
  });
}

function shownLandmark(row: StoredLandmark) {
  return {
    id: row.id,
    kind: row.kind as 'road',
    name: row.name,
    area: row.area,
    point: [row.longitude, row.latitude] as [number, number],
    ...(row.address === null ? {} : { address: row.address }),
  };
}
