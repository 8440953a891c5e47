import { timingSafeEqual } from 'node:crypto';
import { residentTokenHeader } from '@gezhi/contract/access/index';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';

type TokenDeps = Pick<Deps, 'keys' | 'clock'>;

/** How long a verified phone is believed: 30 days. */
const tokenMs = 30 * 24 * 3_600_000;
const purpose = 'resident token';

/**
 * A token that proves its holder received a code at a phone. It carries the phone's keyed hash, not the number.
 * @param phoneIndex as `phoneIndexOf` gives it
 */
export function makeResidentToken(
  deps: TokenDeps,
  phoneIndex: string,
): { readonly token: string; readonly expires: string } {
  const until = deps.clock.now() + tokenMs;
  const body = `${phoneIndex}.${until.toString(36)}`;
  return { token: `${body}.${deps.keys.hmac(purpose, body)}`, expires: new Date(until).toISOString() };
}

/** The phone's keyed hash in a token of ours that is still good. */
function phoneIndexIn(deps: TokenDeps, token: string): string | undefined {
  const end = token.lastIndexOf('.');
  const body = token.slice(0, Math.max(end, 0));
  const [phoneIndex, until, ...more] = body.split('.');
  if (phoneIndex === undefined || until === undefined || more.length > 0) return undefined;
  const given = Buffer.from(token.slice(end + 1));
  const ours = Buffer.from(deps.keys.hmac(purpose, body));
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined;
  return deps.clock.now() < Number.parseInt(until, 36) ? phoneIndex : undefined;
}

/** The keyed hash of the phone a resident proved to hold (header X-Resident-Token); undefined without a good token. */
export function verifiedPhoneIndex(deps: TokenDeps, request: FastifyRequest): string | undefined {
  const header = request.headers[residentTokenHeader];
  return typeof header === 'string' && header.length <= 300 ? phoneIndexIn(deps, header) : undefined;
}
