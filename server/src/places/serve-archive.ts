import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../refusal.ts';
import { sendRefusal } from '../http/index.ts';
import { archivePath } from './base-map.ts';

/** First and last byte, both included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The one span that a Range header asks for; undefined for the whole file, `none` where the file has no such part. */
export function spanOf(range: string | undefined, size: number): Span | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? 'none' : { from, to };
}

const tagOf = ({ size, mtimeMs }: Stats): string => `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;

/** Serves the archive of the base map by parts: a map reads a few kilobytes of a file that may be gigabytes. */
export function serveArchive(app: FastifyInstance, path: string): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const file = await stat(path).catch(() => undefined);
    if (file === undefined) return sendRefusal(request, reply, refuse('http.notFound'));
    const span = spanOf(request.headers.range, file.size);
    reply.headers({
      'accept-ranges': 'bytes',
      'content-type': 'application/vnd.pmtiles',
      'cache-control': 'public, max-age=3600',
      etag: tagOf(file),
    });
    if (span === 'none') return reply.code(416).header('content-range', `bytes */${file.size}`).send();
    const { from, to } = span ?? { from: 0, to: file.size - 1 };
    if (span !== undefined) reply.code(206).header('content-range', `bytes ${from}-${to}/${file.size}`);
    reply.header('content-length', to - from + 1);
    if (request.method === 'HEAD') return reply.send();
    return reply.send(createReadStream(path, { start: from, end: to }));
  };
  app.route({
    method: 'GET',
    url: archivePath,
    schema: { hide: true },
    config: { rateLimit: false },
    handler: answer,
  });
}
