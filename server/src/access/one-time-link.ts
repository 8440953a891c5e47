import { randomBytes } from 'node:crypto';
import type { AccountTable, Trx } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { type AccessDeps, iso } from './deps.ts';
import { type LinkKind, replaceLinks } from './link-store.ts';

/** A link as it is handed over; its secret is shown this once. */
export interface OneTimeLink {
  readonly account: string;
  readonly link: string;
  /** ISO */
  readonly expires: string;
}

const hour = 3_600_000;
/** An invitation may lie over a holiday week; a reset is used at once or not at all. */
const lasts: Readonly<Record<LinkKind, number>> = { invitation: 7 * 24 * hour, reset: 2 * hour };
const page: Readonly<Record<LinkKind, string>> = { invitation: 'invite', reset: 'reset' };

/** The form in which the secret of a link is kept. */
export function linkHash(keys: Keys, secret: string): string {
  return keys.hmac('one-time link', secret);
}

/** Makes a link for an account in the place of those it had. */
export async function makeLink(
  trx: Trx,
  deps: Pick<AccessDeps, 'keys' | 'clock' | 'config'>,
  account: Pick<AccountTable, 'county' | 'id'>,
  kind: LinkKind,
): Promise<OneTimeLink> {
  const secret = randomBytes(24).toString('base64url');
  const now = deps.clock.now();
  const expires = iso(now + lasts[kind]);
  await replaceLinks(trx, {
    hash: linkHash(deps.keys, secret),
    kind,
    county: account.county,
    account: account.id,
    expires_at: expires,
    made_at: iso(now),
  });
  return { account: account.id, link: `${deps.config.publicUrl}/${page[kind]}/${secret}`, expires };
}
