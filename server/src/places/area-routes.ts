import { areaRoutes } from '@gezhi/contract/places/index';
import { convertBoundary } from '@gezhi/domain/places/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../database/index.ts';
import { cursorAfter, etagOf, nonceOf, pageOf, positionIn, serve } from '../http/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { shownArea } from './area-row.ts';
import { findAreaRow, listAreaRows } from './area-store.ts';
import { readBoundaries, readDrawers, type StoredBoundary } from './boundary-store.ts';
import { changeArea } from './change-area.ts';
import { checkCoverage, holdsAt } from './check-coverage.ts';
import { createArea } from './create-area.ts';
import { type ServedDeps, type Staff, staffOf } from './deps.ts';
import { exportAreas } from './export-areas.ts';
import { getArea } from './get-area.ts';
import { importAreas } from './import-areas.ts';
import { labelPage } from './label-page.ts';
import { printLabels } from './print-labels.ts';
import { putBoundary, stateOf } from './put-boundary.ts';
import { retireArea } from './retire-area.ts';
import { areaColumns } from './sheets.ts';
import { writable } from './writable.ts';

const list = 'areas';
const mostExported = 50_000;

/** The area tree over HTTP. */
export function serveAreas(app: FastifyInstance, deps: ServedDeps): void {
  const { db, keys, clock, places } = deps;
  const scope = (staff: Staff) => scopeOf(staff, staff.county);
  const at = (instant: string | undefined) => (instant === undefined ? clock.now() : Date.parse(instant));

  /** Everything that changed is in memory before the answer goes out. */
  async function refreshed<T>(staff: Staff, result: Promise<T>): Promise<T> {
    const done = await result;
    if (!isRefusal(done)) await places.refresh(staff.county);
    return done;
  }

  serve(
    app,
    deps,
    areaRoutes.listAreas,
    async ({ query, actor }) => {
      const staff = staffOf(actor);
      const position = positionIn(keys, list, query.cursor);
      if (isRefusal(position)) return position;
      const filter = {
        parent: query.parent,
        under: query.under,
        kinds: query.kind === undefined ? undefined : [query.kind],
        retired: query.retired === 'true',
      };
      const after = position === undefined ? undefined : String(position[0]);
      const rows = await db.transaction(scope(staff), (trx) =>
        listAreaRows(trx, staff.county, filter, after, query.limit + 1),
      );
      return pageOf(rows, query.limit, shownArea, (row) => cursorAfter(keys, list, [row.code]));
    },
    { csv: areaColumns },
  );

  serve(app, deps, areaRoutes.areaNames, ({ query }) => {
    const rows = [...new Set(query.codes.split(','))].flatMap((code) => places.find(code) ?? []);
    return Promise.resolve({ rows: rows.map(({ code, name }) => ({ code, name })) });
  });

  serve(app, deps, areaRoutes.getArea, async ({ params, actor, reply }) => {
    const staff = staffOf(actor);
    const area = await db.transaction(scope(staff), (trx) => getArea(deps, trx, staff.county, params.code));
    if (!isRefusal(area)) reply.header('etag', etagOf(area.version));
    return area;
  });

  serve(app, deps, areaRoutes.createArea, async ({ body, actor, once, reply }) => {
    const staff = staffOf(actor);
    const area = await refreshed(
      staff,
      once(scope(staff), async (trx) => {
        const row = await createArea(deps, trx, staff, body);
        return isRefusal(row) ? row : shownArea(row);
      }),
    );
    if (!isRefusal(area)) reply.header('etag', etagOf(area.version)).header('location', `/api/areas/${area.code}`);
    return area;
  });

  serve(app, deps, areaRoutes.changeArea, async ({ params, body, actor, ifMatch, reply }) => {
    const staff = staffOf(actor);
    const row = await refreshed(
      staff,
      db.transaction(scope(staff), (trx) => changeArea(deps, trx, staff, params.code, body, ifMatch)),
    );
    if (isRefusal(row)) return row;
    reply.header('etag', etagOf(row.version));
    return shownArea(row);
  });

  serve(app, deps, areaRoutes.retireArea, async ({ params, body, actor }) => {
    const staff = staffOf(actor);
    const row = await refreshed(
      staff,
      db.transaction(scope(staff), (trx) => retireArea(deps, trx, staff, params.code, body.succeededBy)),
    );
    return isRefusal(row) ? row : shownArea(row);
  });

  serve(app, deps, areaRoutes.getBoundary, async ({ params, query, actor }) => {
    const staff = staffOf(actor);
    const { code } = params;
    const found = await db.transaction(scope(staff), async (trx) => {
      const area = await findAreaRow(trx, staff.county, code);
      const versions = await readBoundaries(trx, staff.county, [code]);
      return { area, version: versions.find((row) => holdsAt(row, at(query.at))) };
    });
    if (found.area === undefined) return refuse('area.notFound', { params: { area: code } });
    if (found.version === undefined) return refuse('boundary.notFound', { params: { area: code } });
    const geometry = convertBoundary(found.version.boundary, 'WGS84', query.crs);
    return { ...shownVersion(found.version, new Map()), area: code, crs: query.crs, geometry: writable(geometry) };
  });

  serve(app, deps, areaRoutes.listBoundaries, async ({ params, actor, reply }) => {
    const staff = staffOf(actor);
    const { rows, names } = await db.transaction(scope(staff), async (trx) => {
      const versions = await readBoundaries(trx, staff.county, [params.code]);
      return { rows: versions, names: await readDrawers(trx, staff.county, versions) };
    });
    reply.header('etag', etagOf(stateOf(rows)));
    return { rows: rows.map((row) => shownVersion(row, names)) };
  });

  serve(app, deps, areaRoutes.putBoundary, async ({ params, body, actor, ifMatch, reply }) => {
    const staff = staffOf(actor);
    const row = await refreshed(
      staff,
      db.transaction(scope(staff), (trx) => putBoundary(deps, trx, staff, params.code, body, ifMatch)),
    );
    if (isRefusal(row)) return row;
    reply.header('etag', etagOf(row.changed));
    return shownVersion(row, new Map([[staff.person, staff.name]]));
  });

  serve(app, deps, areaRoutes.checkCoverage, async ({ params, query, actor }) => {
    const staff = staffOf(actor);
    const report = await db.transaction(scope(staff), (trx) =>
      checkCoverage(trx, staff.county, params.code, at(query.at)),
    );
    return writable(report);
  });

  serve(app, deps, areaRoutes.exportAreas, async ({ params, query, actor, reply }) => {
    const staff = staffOf(actor);
    const found = await db.transaction(scope(staff), (trx) =>
      exportAreas(trx, staff.county, {
        under: params.code,
        at: at(query.at),
        crs: query.crs,
        kinds: query.kinds?.split(','),
        limit: mostExported,
      }),
    );
    reply.header('content-disposition', `attachment; filename="${params.code}.geojson"`);
    return writable(found);
  });

  serve(app, deps, areaRoutes.importAreas, async ({ body, actor, once }) => {
    const staff = staffOf(actor);
    return refreshed(
      staff,
      once(scope(staff), (trx) => importAreas(deps, trx, staff, body)),
    );
  });

  serve(app, deps, areaRoutes.printLabels, async ({ params, query, actor, locale, request, reply }) => {
    const staff = staffOf(actor);
    const labels = await db.transaction(scope(staff), (trx) =>
      printLabels(deps, trx, staff.county, params.code, query.kind),
    );
    if (isRefusal(labels)) return labels;
    const title = places.find(params.code)?.name ?? params.code;
    const page = labelPage(labels, title, nonceOf(request), locale);
    await reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .serializer((body) => String(body))
      .send(page);
    return undefined;
  });
}

function shownVersion(row: StoredBoundary, names: ReadonlyMap<string, string>) {
  const { validFrom, validTo, squareMetres, reason } = row;
  const drawnBy = names.get(row.drawnBy ?? '');
  return {
    validFrom,
    ...(validTo === null ? {} : { validTo }),
    squareMetres,
    ...(reason === null ? {} : { reason }),
    ...(drawnBy === undefined ? {} : { drawnBy }),
  };
}
