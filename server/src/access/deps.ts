import type { Scope, Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import type { Changed } from '../people/index.ts';
import type { Auth } from './auth.ts';
import type { Identities } from './identities.ts';

/** A message to somebody outside, put into the outbox in the transaction that has a reason for it. */
export interface OutgoingMessage {
  readonly county: string;
  readonly kind: 'sms' | 'email';
  /** Phone number in the one spelling of `parsePhone`, or e-mail address. */
  readonly to: string;
  /** Subject line of an e-mail. */
  readonly title?: string;
  readonly text: string;
}

/** What access needs of the outbox. */
export interface Outbox {
  send(trx: Trx, message: OutgoingMessage): Promise<void>;
}

/** What the use cases of access work with. */
export interface AccessDeps extends Pick<Deps, 'db' | 'clock' | 'keys' | 'config' | 'log'> {
  readonly auth: Auth;
  readonly identities: Identities;
  readonly outbox: Outbox;
  readonly changed: Changed;
}

/** Accounts are looked up before the county is known. */
export const everywhere: Scope = { county: '*', system: true };

export function systemOf(county: string): Scope {
  return { county, system: true };
}

/** An instant (epoch ms) as the database takes it. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}
