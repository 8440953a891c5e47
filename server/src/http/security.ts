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
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** The policy of one answer. `style` replaces the rule for styles where a page of ours needs another. */
export function contentPolicy(request: FastifyRequest, style?: string): string {
  const nonce = `'nonce-${nonceOf(request)}'`;
  return [...fixed, `script-src 'self' ${nonce}`, `style-src ${style ?? `'self' ${nonce}`}`].join('; ');
}

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
export async function secure(app: FastifyInstance, config: Pick<Config, 'publicUrl'>): Promise<void> {
  const origin = new URL(config.publicUrl).origin;
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: origin.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('content-security-policy', contentPolicy(request));
    reply.header('permissions-policy', 'geolocation=(self), camera=(self), microphone=(self)');
    // Signing in needs no cookie and gives one: another site must not do it in somebody's browser.
    const signsIn = /^\/(api\/session|sign-in)\b/.test(request.url);
    if (!changing.has(request.method) || (request.headers.cookie === undefined && !signsIn)) return;
    if (fromElsewhere(request, origin)) await sendRefusal(request, reply, refuse('http.foreignSite'));
  });
}
