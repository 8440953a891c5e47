import type { OutboxMessage } from '@gezhi/contract/notices/index';
import { outboxStates } from '@gezhi/contract/notices/index';
import { maskPhone } from '@gezhi/domain/people/index';
import type { Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { findSubject, openFor, readContact } from '../people/index.ts';
import type { OutboxRow } from './store.ts';
import { messageField } from './write-messages.ts';

const unseen = '***';

/** l***@example.org */
function maskEmail(address: string): string {
  return `${[...address][0] ?? ''}***${address.slice(address.lastIndexOf('@'))}`;
}

const masked = (kind: string, to: string | undefined): string =>
  to === undefined ? unseen : kind === 'sms' ? maskPhone(to) : maskEmail(to);

interface Seen {
  readonly to?: string | undefined;
  readonly text?: string;
}

/** What can still be read of a message: nothing once its reader was erased. */
async function seenOf({ keys }: Pick<Deps, 'keys'>, trx: Trx, row: OutboxRow): Promise<Seen> {
  if (row.subject === null) {
    return { to: keys.openOwn(row.recipient ?? '', 'outbox'), text: keys.openOwn(row.text, 'outbox') };
  }
  const subject = await findSubject(trx, keys, row.county, row.subject);
  if (subject === undefined) return {};
  const contact = await readContact(trx, keys, row.county, row.subject);
  const to = row.kind === 'sms' ? contact?.phone : contact?.email;
  return { to, text: openFor(keys, subject, row.text, messageField) };
}

/** A message as the outbox page shows it. Codes and links meant for one person are shown in the demonstration only. */
export async function presentMessage(
  deps: Pick<Deps, 'keys' | 'config'>,
  trx: Trx,
  row: OutboxRow,
): Promise<OutboxMessage> {
  const { to, text } = await seenOf(deps, trx, row);
  const shown = row.secret && !deps.config.demo ? undefined : text;
  return {
    id: row.id,
    kind: row.kind === 'email' ? 'email' : 'sms',
    recipient: masked(row.kind, to),
    ...(shown !== undefined && { text: shown }),
    secret: row.secret,
    ...(row.case_id !== null && { caseId: row.case_id }),
    at: row.at,
    state: outboxStates.find((state) => state === row.state) ?? 'failed',
    tries: row.tries,
    ...(row.error !== null && { error: row.error }),
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
  };
}
