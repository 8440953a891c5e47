import { filesRoutes } from '@gezhi/contract/files/routes';
import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { repeat } from '../clock/index.ts';
import { type Scope, scopeOf } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { limitOf } from '../http/rate-limit.ts';
import { sendRefusal } from '../http/refusing.ts';
import { serve } from '../http/serve.ts';
import { refuse } from '../refusal.ts';
import { openFiles } from './open-files.ts';
import { pictureType } from './picture.ts';
import { findFile, seesFile } from './store.ts';
import { mostBytes, openTus, uploadsPath } from './tus.ts';
import { blobKey, tidyUploads } from './uploads.ts';

/** Under what scope somebody looks at files: staff by their posts, a reporter by the follow code they show. */
export type FileScope = (request: FastifyRequest, actor: Actor) => Promise<Scope>;

const tidyMs = 60_000;

/**
 * Resumable uploads at /api/uploads and pictures at /files/:id/:size. A picture is shown to whoever sees the case
 * that took it; `fileScope` says as whom they look.
 */
export async function registerFiles(app: FastifyInstance, deps: Deps, fileScope?: FileScope): Promise<void> {
  const files = { ...(await openFiles(deps.config)), db: deps.db };
  const tus = openTus({ ...deps, ...files });
  const everywhere: Scope = { county: '*', system: true };

  app.register(async (scope) => {
    // tus reads the body itself, piece by piece as it comes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    // Ids are ours and short; parts joined afterwards are not offered.
    scope.addHook('onRequest', async (request, reply) => {
      if (request.url.length > 200) await sendRefusal(request, reply, refuse('upload.notFound'));
      else if (request.headers['upload-concat'] !== undefined)
        await sendRefusal(request, reply, refuse('upload.malformed.invalid'));
    });
    const described = {
      schema: { tags: ['files'], summary: 'Resumable upload (tus 1.0); the last part of Location is the id' },
    };
    const anonymous = limitOf(deps.config, { max: 120, windowSeconds: 600 });

    scope.route({
      method: 'POST',
      url: uploadsPath,
      ...described,
      config: anonymous,
      handler: async (request, reply) => {
        if (Number(request.headers['upload-length'] ?? 0) > mostBytes) {
          return sendRefusal(request, reply, refuse('http.tooLarge'));
        }
        return tus.handle(request, reply);
      },
    });
    scope.route({
      method: 'HEAD',
      url: `${uploadsPath}/:id`,
      ...described,
      handler: async (request, reply) => {
        const { id } = request.params as { id: string };
        // Once checked, the upload itself is gone; a phone that missed the answer still asks how far it came.
        const file = await deps.db.transaction(everywhere, (trx) => findFile(trx, id));
        if (file?.state !== 'ready') return tus.handle(request, reply);
        return reply
          .headers({
            'tus-resumable': '1.0.0',
            'upload-offset': file.bytes,
            'upload-length': file.bytes,
            'cache-control': 'no-store',
          })
          .send();
      },
    });
    scope.route({
      method: ['PATCH', 'DELETE', 'OPTIONS'],
      url: `${uploadsPath}/:id`,
      ...described,
      handler: (request, reply) => tus.handle(request, reply),
    });
  });

  serve(app, deps, filesRoutes.read, async ({ actor, params, query, request, reply }) => {
    const county = query.county ?? deps.config.defaultCounty ?? '000000';
    const scope = fileScope === undefined ? scopeOf(actor, county) : await fileScope(request, actor);
    const seen = await deps.db.transaction(scope, (trx) => seesFile(trx, scope.county, params.id));
    const found = seen ? await files.blobs.get(blobKey(scope.county, params.id, params.size)) : undefined;
    if (found === undefined) return refuse('file.notFound');
    await reply
      .headers({
        'content-type': pictureType,
        'content-length': found.bytes,
        'content-disposition': 'inline',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        // What lies at an address never changes, but only this browser may keep it.
        'cache-control': 'private, max-age=31536000, immutable',
      })
      .send(found.stream);
    return undefined;
  });

  const tidying = repeat('uploads', tidyMs, () => tidyUploads(files, deps.clock.now()), deps.log);
  app.addHook('onClose', () => tidying.stop());
}
