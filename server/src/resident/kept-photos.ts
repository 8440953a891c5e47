import type { FastifyInstance } from 'fastify';
import type { Trx } from '../database/index.ts';
import { openFiles } from '../files/open-files.ts';
import { pictureType } from '../files/picture.ts';
import { blobKey } from '../files/uploads.ts';
import { asked } from '../http/index.ts';
import { problemOf } from '../http/problem.ts';
import { refuse } from '../refusal.ts';
import type { PageDeps } from './deps.ts';
import { failedPage } from './failed-page.ts';
import { drawingOf, sendPage } from './page.ts';

/** Where a photo stands that came with a form and is not yet part of any case. */
export const keptPhoto = (id: string): string => `/kept/${id}`;

/** The county of a checked photo that no case has taken. Its id is known to nobody but whoever sent it. */
async function countyOfLoose(trx: Trx, id: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('file')
    .select('county')
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .where('case_id', 'is', null)
    .executeTakeFirst();
  return row?.county;
}

/** Shows a form its own photos again while it is being put right. Once they belong to a case, the case decides who sees them. */
export async function registerKeptPhotos(app: FastifyInstance, deps: PageDeps): Promise<void> {
  const { blobs } = await openFiles(deps.config);
  app.get(keptPhoto(':id'), async (request, reply) => {
    const { id } = request.params as { id: string };
    const county = await deps.db.transaction({ county: '*', system: true }, (trx) => countyOfLoose(trx, id));
    const found = county === undefined ? undefined : await blobs.get(blobKey(county, id, '480'));
    if (found === undefined) {
      const drawing = drawingOf(deps, request);
      return sendPage(reply, drawing, failedPage(drawing, problemOf(refuse('file.notFound'), asked(request))));
    }
    return reply
      .headers({
        'content-type': pictureType,
        'content-length': found.bytes,
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      .send(found.stream);
  });
}
