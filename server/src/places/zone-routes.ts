import { zoneRoutes } from '@gezhi/contract/places/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../database/index.ts';
import { cursorAfter, etagOf, pageOf, positionIn, serve } from '../http/index.ts';
import { isRefusal } from '../refusal.ts';
import { type ServedDeps, staffOf } from './deps.ts';
import { zoneColumns } from './sheets.ts';
import { changeZone, createZone, removeZone } from './write-zone.ts';
import { listZoneRows, readZoneAreas } from './zone-store.ts';

const list = 'zones';

/** Zones over HTTP. */
export function serveZones(app: FastifyInstance, deps: ServedDeps): void {
  const { db, keys } = deps;

  serve(
    app,
    deps,
    zoneRoutes.listZones,
    async ({ query, actor }) => {
      const { county, ...staff } = staffOf(actor);
      const position = positionIn(keys, list, query.cursor);
      if (isRefusal(position)) return position;
      const [purpose, name, id] = (position ?? []).map(String);
      const after = position && { purpose: purpose ?? '', name: name ?? '', id: id ?? '' };
      const { rows, members } = await db.transaction(scopeOf({ ...staff, county }, county), async (trx) => {
        const found = await listZoneRows(trx, county, query.purpose, after, query.limit + 1);
        return {
          rows: found,
          members: await readZoneAreas(
            trx,
            county,
            found.map((row) => row.id),
          ),
        };
      });
      return pageOf(
        rows,
        query.limit,
        (row) => ({
          id: row.id,
          purpose: row.purpose,
          name: row.name,
          version: row.version,
          areas: [...(members.get(row.id) ?? [])],
        }),
        (row) => cursorAfter(keys, list, [row.purpose, row.name, row.id]),
      );
    },
    { csv: zoneColumns },
  );

  serve(app, deps, zoneRoutes.createZone, async ({ body, actor, once, reply }) => {
    const staff = staffOf(actor);
    const zone = await once(scopeOf(staff, staff.county), (trx) => createZone(deps, trx, staff, body));
    if (!isRefusal(zone)) reply.header('etag', etagOf(zone.version));
    return zone;
  });

  serve(app, deps, zoneRoutes.changeZone, async ({ params, body, actor, ifMatch, reply }) => {
    const staff = staffOf(actor);
    const zone = await db.transaction(scopeOf(staff, staff.county), (trx) =>
      changeZone(trx, staff, params.id, body, ifMatch),
    );
    if (!isRefusal(zone)) reply.header('etag', etagOf(zone.version));
    return zone;
  });

  serve(app, deps, zoneRoutes.removeZone, async ({ params, actor }) => {
    const staff = staffOf(actor);
    return db.transaction(scopeOf(staff, staff.county), (trx) => removeZone(trx, staff, params.id));
  });
}
