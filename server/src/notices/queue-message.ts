import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { insertMessage } from './outbox-store.ts';
import { deliveryQueue } from './queues.ts';

/** A message that is about no case: a code, a link, an invitation. */
export interface PlainMessage {
  readonly county: string;
  /** Whose staff may see that it was sent. */
  readonly area: string;
  readonly kind: 'sms' | 'email';
  /** Number or address in clear; kept sealed. */
  readonly to: string;
  readonly text: string;
  /** Only its recipient may read the text; the outbox shows it in the demonstration alone. */
  readonly secret: boolean;
  readonly at: Instant;
}

/** Has a message sent once the transaction is committed. */
export async function queueMessage(
  { keys, jobs, newId }: Pick<Deps, 'keys' | 'jobs' | 'newId'>,
  trx: Trx,
  message: PlainMessage,
): Promise<void> {
  const id = newId();
  const { county, area, kind, secret } = message;
  await insertMessage(trx, {
    county,
    id,
    news: id,
    kind,
    subject: null,
    recipient: keys.sealOwn(message.to, 'outbox'),
    text: keys.sealOwn(message.text, 'outbox'),
    secret,
    case_id: null,
    area,
    at: new Date(message.at).toISOString(),
  });
  await jobs.enqueue(trx, deliveryQueue, { county, id });
}
