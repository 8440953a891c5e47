import { say } from '@gezhi/contract/words/index';
import { normalUsername } from '@gezhi/domain/access/index';
import { findPersonRow, readContact } from '../people/index.ts';
import { findAccount, findByUsername } from './account-store.ts';
import { recordAct } from './account-act.ts';
import { type AccessDeps, everywhere, iso } from './deps.ts';
import { makeLink } from './one-time-link.ts';

/**
 * Sends a reset link to the e-mail address on record. Does nothing, and says nothing, where there is no such account,
 * no address, or the account is locked.
 */
export async function sendReset(deps: AccessDeps, typed: string): Promise<void> {
  const at = iso(deps.clock.now());
  await deps.db.transaction(everywhere, async (trx) => {
    const found = await findByUsername(trx, normalUsername(typed));
    const account = found && (await findAccount(trx, found.county, found.id));
    const person = account && (await findPersonRow(trx, account.county, account.person));
    if (account?.state !== 'active' || person?.subject == null) return;
    const contact = await readContact(trx, deps.keys, account.county, person.subject);
    if (contact?.email === undefined) return;
    const { link } = await makeLink(trx, deps, account, 'reset');
    await deps.outbox.send(trx, {
      county: account.county,
      kind: 'email',
      to: contact.email,
      title: say('zh-CN', 'access.reset.mailTitle'),
      text: say('zh-CN', 'access.reset.mailText', { username: account.username, link }),
    });
    await recordAct(trx, account, 'resetIssued', { at });
  });
}
