import type { newPerson } from '@gezhi/contract/people/index';
import { mayIn } from '@gezhi/domain/access/index';
import { parsePhone } from '@gezhi/domain/people/index';
import type { z } from 'zod';
import { afterCommit, type PersonTable, scopeOf, type Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { iso, type PeopleDeps, refuseArea, type Run, type Staff } from './deps.ts';
import { pinyinInitials } from './initials.ts';
import { insertPerson } from './person-store.ts';
import { createSubject } from './subject.ts';

export type NewPerson = z.output<typeof newPerson>;

/** The number in its one spelling, or a refusal naming the field. */
export function readPhone(typed: string): string | Refusal {
  const phone = parsePhone(typed);
  return phone?.number ?? refuse('phone.invalid', { errors: [{ path: 'phone', code: 'phone.invalid' }] });
}

/** Adds a person within a transaction that may: set-up, demonstration and imports use this too. */
export async function addPerson(
  trx: Trx,
  deps: Pick<PeopleDeps, 'keys' | 'changed'>,
  county: string,
  input: NewPerson,
  now: number,
): Promise<PersonTable | Refusal> {
  const phone = input.phone === undefined ? undefined : readPhone(input.phone);
  if (typeof phone === 'object') return phone;
  const contact = {
    ...(phone === undefined ? {} : { phone }),
    ...(input.email === undefined ? {} : { email: input.email }),
  };
  const at = iso(now);
  const subject =
    Object.keys(contact).length === 0
      ? undefined
      : await createSubject(trx, deps.keys, { county, area: input.area, at, ...contact });
  const row: PersonTable = {
    county,
    id: newId(),
    name: input.name,
    initials: pinyinInitials(input.name),
    area: input.area,
    subject: subject?.id ?? null,
    version: 1,
    created_at: at,
    retired_at: null,
  };
  await insertPerson(trx, row);
  afterCommit(trx, () => deps.changed.names());
  return row;
}

/** Adds a person whose record an area keeps where the actor may edit people. */
export async function createPerson(
  deps: PeopleDeps,
  run: Run,
  actor: Staff,
  input: NewPerson,
): Promise<PersonTable | Refusal> {
  if (!mayIn(actor, 'people.edit', input.area)) return refuse('people.forbidden');
  const unknown = refuseArea(deps, input.area);
  if (unknown !== undefined) return unknown;
  return run(scopeOf(actor, actor.county), (trx) => addPerson(trx, deps, actor.county, input, deps.clock.now()));
}
