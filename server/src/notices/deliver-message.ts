import { say } from '@gezhi/contract/words/index';
import type { Deps } from '../deps.ts';
import { type Gateways, NotDelivered } from '../gateways/index.ts';
import { raiseFault } from '../insight/index.ts';
import { findSubject, openFor, readContact } from '../people/index.ts';
import type { Trx } from '../database/index.ts';
import { findMessage, noteTry } from './outbox-store.ts';
import type { OutboxRow } from './store.ts';
import { messageField } from './write-messages.ts';

type Has = Pick<Deps, 'db' | 'keys' | 'clock' | 'config'> & { readonly gateways: Gateways };

/** Tries after which a message counts as failed. */
const mostTries = 6;

interface Opened {
  readonly to: string;
  readonly text: string;
}

/** Recipient and text of a message in clear; undefined once its reader was erased or took the address back. */
async function open({ keys }: Pick<Has, 'keys'>, trx: Trx, row: OutboxRow): Promise<Opened | undefined> {
  if (row.subject === null) {
    return { to: keys.openOwn(row.recipient ?? '', 'outbox'), text: keys.openOwn(row.text, 'outbox') };
  }
  const subject = await findSubject(trx, keys, row.county, row.subject);
  const contact = subject && (await readContact(trx, keys, row.county, row.subject));
  const to = row.kind === 'sms' ? contact?.phone : contact?.email;
  return subject && to !== undefined ? { to, text: openFor(keys, subject, row.text, messageField) } : undefined;
}

type Outcome = { readonly state: 'sent' | 'kept' } | { readonly state: 'waiting' | 'failed'; readonly error: string };

/** Sends one message, and says how it ended. A message may go out twice when the server dies before it can say so. */
async function trySending({ gateways, config }: Has, row: OutboxRow, opened: Opened | undefined): Promise<Outcome> {
  if (opened === undefined) return { state: 'failed', error: 'noAddress' };
  const gateway = row.kind === 'sms' ? gateways.sms : gateways.email;
  if (gateway === undefined) return config.demo ? { state: 'kept' } : { state: 'failed', error: 'noGateway' };
  try {
    await gateway.send({ ...opened, subject: say('zh-CN', 'message.subject') });
    return { state: 'sent' };
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error;
    return { state: row.tries + 1 < mostTries ? 'waiting' : 'failed', error: error.code };
  }
}

/** Sends a message of the outbox unless it was. @throws Error when it is to be tried again */
export async function deliverMessage(deps: Has, message: { county: string; id: string }): Promise<void> {
  const { county, id } = message;
  const scope = { county, system: true };
  const read = await deps.db.transaction(scope, async (trx) => {
    const row = await findMessage(trx, county, id);
    return row?.state === 'waiting' ? { row, opened: await open(deps, trx, row) } : undefined;
  });
  if (read === undefined) return;
  const outcome = await trySending(deps, read.row, read.opened);
  const now = deps.clock.now();
  await deps.db.transaction(scope, async (trx) => {
    const done = outcome.state === 'sent' || outcome.state === 'kept';
    const error = 'error' in outcome ? outcome.error : null;
    const tries = read.row.tries + 1;
    await noteTry(trx, county, id, {
      state: outcome.state,
      tries,
      error,
      sent_at: done ? new Date(now).toISOString() : null,
    });
    if (outcome.state !== 'failed') return;
    const { area, case_id: caseId } = read.row;
    const about = { county, kind: 'messageFailed', ref: id, area, detail: { error: outcome.error }, at: now };
    await raiseFault(trx, { ...about, ...(caseId !== null && { caseId }) });
  });
  if (outcome.state === 'waiting') throw new NotDelivered(outcome.error);
}
