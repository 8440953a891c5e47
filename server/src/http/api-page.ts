import { fastify, type FastifyInstance } from 'fastify';
import { contentPolicy, nonceOf } from './security.ts';
import { encodingFor, packedBytes } from './web-files.ts';

const script = '/api/docs/scalar.js';

const configuration = {
  url: '/api/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
};

function page(nonce: string): string {
  const settings = JSON.stringify(configuration).replaceAll("'", '&#39;');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}" nonce="${nonce}">
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<title>格治 API</title>
</head>
<body>
<script id="api-reference" type="application/json" data-configuration='${settings}'></script>
<script src="${script}"></script>
</body>
</html>`;
}

/** The reference's program lies inside its Fastify plugin, which is asked for it once, when somebody first looks. */
async function readScript(): Promise<(encoding: 'br' | 'gzip' | 'identity') => Promise<Buffer>> {
  const { default: reference } = await import('@scalar/fastify-api-reference');
  const aside = fastify();
  await aside.register(reference, { routePrefix: '/docs', configuration: { url: configuration.url } });
  const { rawPayload } = await aside.inject('/docs/js/scalar.js');
  await aside.close();
  return packedBytes(rawPayload);
}

/** The interactive page of the API at /api/docs. Its styles are its own, so only there they may stand in the page. */
export function serveApiPage(app: FastifyInstance): void {
  const hidden = { schema: { hide: true } };
  let packed: ReturnType<typeof readScript> | undefined;
  app.get('/api/docs', hidden, async (request, reply) =>
    reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': contentPolicy(request, { style: "'self' 'unsafe-inline'" }),
      })
      .send(page(nonceOf(request))),
  );
  app.get(script, hidden, async (request, reply) => {
    packed ??= readScript();
    const encoding = encodingFor(request.headers['accept-encoding'], true);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply
      .headers({
        'content-type': 'text/javascript; charset=utf-8',
        vary: 'accept-encoding',
        'cache-control': 'public, max-age=3600',
      })
      .send(await (await packed)(encoding));
  });
}
