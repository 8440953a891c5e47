import { caseRoutes } from '@gezhi/contract/cases/index';
import type { FastifyInstance } from 'fastify';
import { callApi } from './api.ts';
import type { PageDeps } from './deps.ts';
import { sayMeToo } from './me-too.ts';
import { mapPage, type PublicCase } from './map-page.ts';
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
    const named = rows.map((row) => ({ row, area: areaOf(deps, row.area) }));
    await sendPage(reply, drawing, mapPage(drawing, county, named, deps.newId));
  });
  app.post('/me-too/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    const { fields } = await readPosted(request, deps.keepPhoto, undefined);
    await sayMeToo(deps, request, reply, id, { phone: '', key: fields.get('key')?.at(-1) ?? '' });
  });
}

/** The community of a case with what it belongs to, below the county. */
function areaOf({ places }: PageDeps, { code, name }: PublicCase['area']): string {
  const names = places
    .chainOf(code)
    .slice(1)
    .map((area) => area.name);
  return names.length === 0 ? name : names.join(' ');
}
