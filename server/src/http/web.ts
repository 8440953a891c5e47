import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/index.ts';
import { refuse } from '../refusal.ts';
import { sendNotFound } from './not-found.ts';
import { sendRefusal } from './refusing.ts';
import { nonceOf } from './security.ts';
import { encodingFor, readWebFiles, type WebFile } from './web-files.ts';

/** Faces that are one page each: what lies below their address is their own router's. */
const faces = { desk: 'desk.html', field: 'field.html' } as const;

const nonceMark = '__CSP_NONCE__';

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: WebFile): Promise<void> {
  reply.headers({
    'content-type': file.type,
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.headers['if-none-match'] === file.etag) {
    await reply.code(304).send();
    return;
  }
  const encoding = encodingFor(request.headers['accept-encoding'], file.compressible);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  await reply.send(await file.as(encoding));
}

/** A page carries this answer's nonce, so it is made anew each time and kept by nobody. */
async function sendPage(request: FastifyRequest, reply: FastifyReply, page: WebFile): Promise<void> {
  await reply
    .headers({ 'content-type': page.type, 'cache-control': 'no-store' })
    .send(page.text().replaceAll(nonceMark, nonceOf(request)));
}

/** Serves the built web: the faces under /desk and /field, and every file of it by its name. Last of all routes. */
export function serveWeb(app: FastifyInstance, config: Pick<Config, 'webDir'>): void {
  const files = readWebFiles(config.webDir);
  const hidden = { schema: { hide: true }, config: { rateLimit: false as const } };

  for (const [face, name] of Object.entries(faces)) {
    const page = files.get(name);
    const show = (request: FastifyRequest, reply: FastifyReply) =>
      page === undefined ? sendRefusal(request, reply, refuse('web.notBuilt')) : sendPage(request, reply, page);
    app.get(`/${face}`, hidden, show);
    app.get(`/${face}/*`, hidden, (request, reply) => {
      const own = files.get(request.url.slice(1).split('?')[0] ?? '');
      // A service worker below the face may also answer for the face itself.
      if (request.url === `/${face}/sw.js`) reply.header('service-worker-allowed', `/${face}`);
      return own === undefined ? show(request, reply) : sendFile(request, reply, own);
    });
  }
  app.get('/*', hidden, (request, reply) => {
    const file = files.get((request.params as { '*': string })['*']);
    const isPage = file?.type.startsWith('text/html') === true;
    return file === undefined || isPage ? sendNotFound(request, reply) : sendFile(request, reply, file);
  });
}

/** One source of the build: the file it became, its styles, and the sources that are loaded with it. */
interface Built {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** The built files' manifest, for pages that name their scripts. */
export function readManifest(config: Pick<Config, 'webDir'>): Readonly<Record<string, Built>> {
  const manifest = readWebFiles(config.webDir).get('manifest.json');
  return manifest === undefined ? {} : (JSON.parse(manifest.text()) as Record<string, Built>);
}
