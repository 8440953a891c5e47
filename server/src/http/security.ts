import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/index.ts';
import { refuse } from '../refusal.ts';
import { sendRefusal } from './refusing.ts';

const nonces = new WeakMap<FastifyRequest, string>();

/** The nonce of this answer's content security policy, for the styles of a page; scripts are files only. */
export function nonceOf(request: FastifyRequest): string {
  const known = nonces.get(request);
  if (known !== undefined) return known;
  const made = randomBytes(16).toString('base64url');
  nonces.set(request, made);
  return made;
}

const fixed: readonly string[] = [
  "default-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** Where a page may differ from the rest. */
interface PolicyParts {
  /** Replaces the rule for styles. */
  readonly style?: string;
  /** The one origin beside ours that pictures and tiles of the map come from. */
  readonly tiles?: string | undefined;
}

/** The policy of one answer. */
export function contentPolicy(request: FastifyRequest, { style, tiles }: PolicyParts = {}): string {
  const nonce = `'nonce-${nonceOf(request)}'`;
  const map = tiles === undefined ? '' : ` ${tiles}`;
  return [
    ...fixed,
    `img-src 'self' data: blob:${map}`,
    `connect-src 'self'${map}`,
    `script-src 'self' ${nonce}`,
    `style-src ${style ?? `'self' ${nonce}`}`,
  ].join('; ');
}

/** What an answer carries that is given before anything of a request could be read: it holds a sentence and nothing else. */
export const bareHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Whether a browser says that a page of another site sent this. */
function fromElsewhere(request: FastifyRequest, publicOrigin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  return origin !== publicOrigin && origin !== `${request.protocol}://${request.host}`;
}

/** Sets the security headers, and refuses changes that another site's page sends with our visitor's cookies. */
export async function secure(app: FastifyInstance, config: Pick<Config, 'publicUrl' | 'map'>): Promise<void> {
  const origin = new URL(config.publicUrl).origin;
  const tiles = config.map.tiles === undefined ? undefined : new URL(config.map.tiles).origin;
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: origin.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('content-security-policy', contentPolicy(request, { tiles }));
    reply.header('permissions-policy', 'geolocation=(self), camera=(self), microphone=(self)');
    // Signing in needs no cookie and gives one: another site must not do it in somebody's browser.
    const signsIn = /^\/(api\/session|sign-in)\b/.test(request.url);
    if (!changing.has(request.method) || (request.headers.cookie === undefined && !signsIn)) return;
    if (fromElsewhere(request, origin)) await sendRefusal(request, reply, refuse('http.foreignSite'));
  });
}
