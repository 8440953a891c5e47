import type { personChange } from '@gezhi/contract/people/index';
import { mayIn } from '@gezhi/domain/access/index';
import type { z } from 'zod';
import { afterCommit, type PersonTable, scopeOf, type Trx } from '../database/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { readPhone } from './create-person.ts';
import { iso, type PeopleDeps, refuseArea, type Staff } from './deps.ts';
import { pinyinInitials } from './initials.ts';
import { findPersonRow, updatePerson } from './person-store.ts';
import { changeContact, createSubject, findSubject, moveSubject } from './subject.ts';

type Change = z.output<typeof personChange>;
type ContactChange = { phone?: string | null; email?: string | null };

function contactChange(change: Change): ContactChange | Refusal {
  const phone = typeof change.phone === 'string' ? readPhone(change.phone) : change.phone;
  if (isRefusal(phone)) return phone;
  return {
    ...(phone === undefined ? {} : { phone }),
    ...(change.email === undefined ? {} : { email: change.email }),
  };
}

/** Changes the contact data in place, or begins a new record of it. Answers the id of its subject. */
async function keepContact(
  trx: Trx,
  deps: PeopleDeps,
  row: PersonTable,
  contact: ContactChange,
): Promise<string | null> {
  if (Object.keys(contact).length === 0) return row.subject;
  const known = row.subject === null ? undefined : await findSubject(trx, deps.keys, row.county, row.subject);
  if (known !== undefined) {
    await changeContact(trx, deps.keys, row.county, known, contact);
    return known.id;
  }
  const { phone, email } = contact;
  const made = await createSubject(trx, deps.keys, {
    county: row.county,
    area: row.area,
    at: iso(deps.clock.now()),
    ...(phone == null ? {} : { phone }),
    ...(email == null ? {} : { email }),
  });
  return made.id;
}

async function moveRecord(trx: Trx, row: PersonTable, area: string): Promise<void> {
  if (row.subject !== null) await moveSubject(trx, row.county, row.subject, area);
  await trx
    .updateTable('account')
    .set({ area })
    .where('county', '=', row.county)
    .where('person', '=', row.id)
    .execute();
}

/**
 * Changes a person's name, contact data, or the area that keeps the record.
 * @param check told the row as it stands, refuses when the asker had read another version
 */
export async function changePerson(
  deps: PeopleDeps,
  actor: Staff,
  input: { readonly id: string; readonly change: Change; readonly check: (row: PersonTable) => Refusal | undefined },
): Promise<PersonTable | Refusal> {
  const { county } = actor;
  const unknown = refuseArea(deps, input.change.area);
  if (unknown !== undefined) return unknown;
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const row = await findPersonRow(trx, county, input.id);
    if (row === undefined) return refuse('person.notFound');
    const area = input.change.area ?? row.area;
    if (!mayIn(actor, 'people.edit', row.area) || !mayIn(actor, 'people.edit', area)) return refuse('people.forbidden');
    const stale = input.check(row);
    if (stale !== undefined) return stale;
    const contact = contactChange(input.change);
    if (isRefusal(contact)) return contact;
    const name = input.change.name ?? row.name;
    const subject = await keepContact(trx, deps, row, contact);
    if (area !== row.area) await moveRecord(trx, { ...row, subject }, area);
    const next = { ...row, name, initials: pinyinInitials(name), area, subject };
    if (!(await updatePerson(trx, next))) return refuse('http.stale');
    afterCommit(trx, () => deps.changed.names());
    return { ...next, version: row.version + 1 };
  });
}
