import { may } from '@gezhi/domain/access/index';
import { scopeOf } from '../database/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { iso, type PeopleDeps, type Staff } from './deps.ts';
import { findPersonRow } from './person-store.ts';
import { recordReveal, revealMs } from './reveal-log.ts';
import { type Contact, readContact } from './subject.ts';
import { findSubjectRow } from './subject-store.ts';

type RevealDeps = Pick<PeopleDeps, 'db' | 'clock' | 'keys'>;

/** What was shown, and until when the page may show it (ISO). */
export type Revealed = Contact & { readonly until: string };

/**
 * Shows a reporter's contact in clear for a stated purpose, on the record.
 * The caller has found the case in the actor's own scope; `caseId` opens the contact left with it, also to a body of another area.
 */
export async function revealContact(
  deps: RevealDeps,
  input: { readonly actor: Staff; readonly subject: string; readonly caseId: string; readonly purpose: string },
): Promise<Revealed | Refusal> {
  const { actor, subject, caseId, purpose } = input;
  if (!may(actor, 'personal.reveal')) return refuse('access.forbidden', { params: { permission: 'personal.reveal' } });
  const { county } = actor;
  const now = deps.clock.now();
  return deps.db.transaction({ ...scopeOf(actor, county), caseId }, async (trx) => {
    const row = await findSubjectRow(trx, county, subject);
    if (row === undefined || row.case_id !== caseId) return refuse('contact.notFound');
    const contact = await readContact(trx, deps.keys, county, subject);
    if (contact === undefined) return refuse('contact.gone');
    const at = iso(now);
    await recordReveal(trx, {
      county,
      person: actor.person,
      what: 'contact',
      subject,
      caseId,
      area: row.area,
      purpose,
      at,
    });
    return { ...contact, until: iso(now + revealMs) };
  });
}

/** Shows a colleague's phone number in clear for a stated purpose, on the record. */
export async function revealColleague(
  deps: RevealDeps,
  input: { readonly actor: Staff; readonly person: string; readonly purpose: string },
): Promise<{ readonly phone: string; readonly until: string } | Refusal> {
  const { actor, purpose } = input;
  const { county } = actor;
  const now = deps.clock.now();
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const person = await findPersonRow(trx, county, input.person);
    if (person === undefined) return refuse('person.notFound');
    if (person.subject === null) return refuse('contact.notFound');
    const contact = await readContact(trx, deps.keys, county, person.subject);
    if (contact?.phone === undefined) return refuse('contact.notFound');
    const entry = { county, person: actor.person, what: 'colleague', subject: person.subject } as const;
    await recordReveal(trx, { ...entry, area: person.area, purpose, at: iso(now) });
    return { phone: contact.phone, until: iso(now + revealMs) };
  });
}
