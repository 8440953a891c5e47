import { may } from '@gezhi/domain/access/index';
import { scopeOf } from '../database/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { iso, type PeopleDeps, type Staff } from './deps.ts';
import { recordReveal } from './reveal-log.ts';
import { destroySubjectKey, findSubjectRow } from './subject-store.ts';

/**
 * Forgets a person: destroys the key of their fields, here and in every event sealed under it. Cannot be undone.
 * The reason stands on the same record as what was shown.
 */
export async function eraseSubject(
  deps: Pick<PeopleDeps, 'db' | 'clock'>,
  input: { readonly actor: Staff; readonly subject: string; readonly reason: string },
): Promise<{ readonly at: string } | Refusal> {
  const { actor, subject, reason } = input;
  if (!may(actor, 'personal.erase')) return refuse('access.forbidden', { params: { permission: 'personal.erase' } });
  const { county } = actor;
  const at = iso(deps.clock.now());
  return deps.db.transaction(scopeOf(actor, county), async (trx): Promise<{ readonly at: string } | Refusal> => {
    const row = await findSubjectRow(trx, county, subject);
    if (row === undefined) return refuse('contact.notFound');
    if (!(await destroySubjectKey(trx, county, subject, at))) return refuse('contact.gone');
    const entry = {
      county,
      person: actor.person,
      what: 'erased',
      subject,
      area: row.area,
      purpose: reason,
      at,
    } as const;
    await recordReveal(trx, { ...entry, caseId: row.case_id ?? undefined });
    return { at };
  });
}
