import { caseRoutes } from '@gezhi/contract/cases/index';
import type { FastifyInstance } from 'fastify';
import { callApi } from './api.ts';
import type { PageDeps } from './deps.ts';
import { sayMeToo } from './me-too.ts';
import { mapPage } from './map-page.ts';
import { drawingOf, sendPage } from './page.ts';
import { countyOf } from './place-facts.ts';
import { readPosted } from './posted.ts';

/** The public map and its "me too". */
export function registerMap(app: FastifyInstance, deps: PageDeps): void {
  app.get('/map', async (request, reply) => {
    const drawing = drawingOf(deps, request);
    const county = countyOf(deps);
    const open = await callApi(request, caseRoutes.publicMap, { query: county === undefined ? {} : { county } });
    const rows = open.ok ? open.value.rows : [];
    const named = rows.map((row) => ({ row, area: areaAt(deps, row.point) }));
    await sendPage(reply, drawing, mapPage(drawing, county, named, deps.newId));
  });
  app.post('/me-too/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    const { fields } = await readPosted(request, deps.keepPhoto, undefined);
    await sayMeToo(deps, request, reply, id, { phone: '', key: fields.get('key')?.at(-1) ?? '' });
  });
}

/** Names of the areas around a point, down to the community: nearer would undo that the point is snapped. */
function areaAt({ places }: PageDeps, point: readonly [number, number]): string {
  const found = places.locate([...point]);
  return found === undefined
    ? ''
    : found.chain
        .slice(1, 3)
        .flatMap((code) => places.find(code)?.name ?? [])
        .join(' ');
}
