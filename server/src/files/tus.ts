import type { IncomingMessage } from 'node:http';
import { Server, type ServerOptions } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asked } from '../http/refusing.ts';
import { problemOf } from '../http/problem.ts';
import type { Deps } from '../deps.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { insertFile } from './store.ts';
import { finishUpload, type UploadDeps } from './uploads.ts';

/** Largest file that may be sent, in bytes. */
export const mostBytes = 20 * 1_048_576;

export const uploadsPath = '/api/uploads';

type TusRequest = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[0];

/** What tus refuses, by its status. */
const byStatus: Readonly<Record<number, string>> = {
  403: 'upload.forbidden',
  404: 'upload.notFound',
  409: 'upload.offset',
  410: 'upload.gone',
  413: 'http.tooLarge',
  423: 'upload.busy',
};

const requests = new WeakMap<IncomingMessage, FastifyRequest>();
const heads = new WeakMap<IncomingMessage, ReturnType<FastifyReply['getHeaders']>>();

function requestOf(req: TusRequest): FastifyRequest {
  const raw = req.runtime?.node?.req as IncomingMessage | undefined;
  const known = raw && requests.get(raw);
  if (known === undefined) throw new Error('an upload came past the server');
  return known;
}

function countyOf(
  request: FastifyRequest,
  named: string | null | undefined,
  fallback: string | undefined,
): string | undefined {
  if (request.actor.kind === 'staff') return request.actor.county;
  const county = named ?? fallback;
  return county !== undefined && /^\d{6}$/.test(county) ? county : undefined;
}

type Handler = (req: TusRequest) => Promise<Response>;

/** tus answers errors as plain text and has no hook for their headers, so its own handler is wrapped. */
function headErrors(tus: Server): void {
  const plain = (Reflect.get(tus, 'handler') as Handler).bind(tus);
  const handler: Handler = async (req) => {
    const response = await plain(req);
    // What every answer carries was set on the reply that tus answers past.
    const raw = req.runtime?.node?.req as IncomingMessage | undefined;
    for (const [name, value] of Object.entries((raw && heads.get(raw)) ?? {})) {
      if (typeof value === 'string') response.headers.set(name, value);
    }
    response.headers.set('x-request-id', requestOf(req).id);
    response.headers.set('cache-control', 'no-store');
    if (response.status >= 400) response.headers.set('content-type', 'application/problem+json; charset=utf-8');
    return response;
  };
  Reflect.set(tus, 'handler', handler);
}

/** The tus protocol over our store: notes each upload in the database, and checks it once it is whole. */
export function openTus(deps: Pick<Deps, 'clock' | 'newId' | 'config' | 'log'> & UploadDeps) {
  function problem(req: TusRequest, refusal: Refusal): { status_code: number; body: string } {
    const document = problemOf(refusal, asked(requestOf(req)));
    return { status_code: document.status, body: JSON.stringify(document) };
  }

  const tus = new Server({
    path: uploadsPath,
    datastore: deps.uploads,
    maxSize: mostBytes,
    relativeLocation: true,
    allowedOrigins: () => false,
    namingFunction: () => deps.newId(),
    onUploadCreate: async (req, upload) => {
      const request = requestOf(req);
      const county = countyOf(request, upload.metadata?.['county'], deps.config.defaultCounty);
      if (county === undefined) throw problem(req, refuse('upload.county.invalid'));
      const person = request.actor.kind === 'staff' ? request.actor.person : null;
      const at = new Date(deps.clock.now()).toISOString();
      await deps.db.transaction({ county, system: true }, (trx) =>
        insertFile(trx, { county, id: upload.id, bytes: upload.size ?? 0, person, at }),
      );
      return {};
    },
    onUploadFinish: async (req, upload) => {
      const refusal = await finishUpload(deps, upload.id);
      if (refusal !== undefined) throw problem(req, refusal);
      // Sent whole with its creation it would be looked up once more, for its expiry; but what is done no longer expires
      // and is gone from the store of uploads.
      delete (upload as Partial<typeof upload>).creation_date;
      return {};
    },
    onResponseError: (req, error) => {
      if ('body' in error && error.body.startsWith('{')) return undefined;
      const status = 'status_code' in error ? error.status_code : 500;
      if (status >= 500) deps.log.error({ err: error, requestId: requestOf(req).id }, 'an upload failed');
      return problem(req, refuse(byStatus[status] ?? (status >= 500 ? 'http.internal' : 'upload.malformed.invalid')));
    },
  });
  headErrors(tus);
  return {
    /** Handles a request that Fastify has admitted; its body has not been read. */
    handle: async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      requests.set(request.raw, request);
      heads.set(request.raw, reply.getHeaders());
      reply.hijack();
      await tus.handle(request.raw, reply.raw);
    },
  };
}
