import type { careChange, newCare, newCareVisit } from '@gezhi/contract/registers/index';
import { parsePhone } from '@gezhi/domain/people/index';
import { careRefusal, marksPersons, visitDue } from '@gezhi/domain/registers/index';
import type { z } from 'zod';
import type { CareRecordTable, Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import {
  changeContact,
  createSubject,
  moveSubject,
  recordReveal,
  revealMs,
  sealFor,
  openFor,
} from '../people/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { readCareKinds } from './care-kinds.ts';
import { readSecrets, sealDetails } from './care-secrets.ts';
import { findCareRow, findKindRow, insertCare, insertVisit, listVisitRows, updateCare } from './care-store.ts';
import { iso, refuseArea, refuseRight, type RegisterDeps, type Staff } from './deps.ts';

type CareDeps = Pick<RegisterDeps, 'clock' | 'isArea' | 'keys'>;

const noteField = 'care visit note';
const notesShown = 10;

function readPhone(typed: string | null | undefined): string | null | undefined | Refusal {
  if (typed == null) return typed;
  return parsePhone(typed)?.number ?? refuse('phone.invalid', { errors: [{ path: 'phone', code: 'phone.invalid' }] });
}

/** A purpose shown in a list must not mark a person by what no list may mark, any more than a kind may. */
function refuseMarking(texts: readonly (string | undefined)[]): Refusal | undefined {
  const marks = texts.some((text) => text !== undefined && marksPersons(text));
  return marks ? refuse('care.kind.marksPersons.invalid') : undefined;
}

async function refuseHousehold(trx: Trx, county: string, household: string | undefined): Promise<Refusal | undefined> {
  if (household === undefined) return undefined;
  const there = await trx
    .selectFrom('household')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', household)
    .executeTakeFirst();
  return there === undefined ? refuse('household.notFound') : undefined;
}

/** Opens a record: with consent or legal basis, a purpose and an end. */
export async function openCare(
  trx: Trx,
  deps: CareDeps,
  actor: Staff,
  given: z.output<typeof newCare>,
): Promise<CareRecordTable | Refusal> {
  const { county } = actor;
  const now = deps.clock.now();
  const expires = Date.parse(given.expires);
  const refusal = refuseRight(actor, 'care.edit', [given.area]) ?? refuseArea(deps, given.area);
  if (refusal !== undefined) return refusal;
  const marked =
    refuseMarking([given.purpose, given.basisNote]) ?? (await refuseHousehold(trx, county, given.household));
  if (marked !== undefined) return marked;
  const wrong = careRefusal({ from: now, expires }, now);
  if (wrong !== undefined) return refuse(wrong, { errors: [{ path: 'expires', code: wrong }] });
  const kind = (await readCareKinds(trx, county, false)).find(({ code }) => code === given.kind);
  if (kind === undefined) return refuse('care.kind.unknown');
  const phone = readPhone(given.phone);
  if (phone !== undefined && phone !== null && typeof phone !== 'string') return phone;
  const subject = await createSubject(trx, deps.keys, {
    county,
    area: given.area,
    at: iso(now),
    name: given.name.trim(),
    ...(phone == null ? {} : { phone }),
  });
  const row: CareRecordTable = {
    county,
    id: newId(),
    kind: kind.code,
    area: given.area,
    household: given.household ?? null,
    subject: subject.id,
    details: sealDetails(deps.keys, subject, { address: given.address, note: given.note }),
    basis: given.basis,
    basis_note: given.basisNote,
    purpose: given.purpose,
    from_at: iso(now),
    expires_at: iso(expires),
    ended_at: null,
    end_reason: null,
    visited_at: null,
    visit_due_at: iso(visitDue(kind.interval_days, now, undefined)),
    version: 1,
    created_by: actor.person,
  };
  await insertCare(trx, row);
  return row;
}

/** Changes a record; the purpose and the end are kept within the same rules. */
export async function changeCare(
  trx: Trx,
  deps: CareDeps,
  actor: Staff,
  input: {
    readonly id: string;
    readonly change: z.output<typeof careChange>;
    readonly check: (row: CareRecordTable) => Refusal | undefined;
  },
): Promise<CareRecordTable | Refusal> {
  const { change } = input;
  const now = deps.clock.now();
  const row = await findCareRow(trx, actor.county, input.id, iso(now));
  if (row === undefined) return refuse('care.notFound');
  const area = change.area ?? row.area;
  const refusal =
    refuseRight(actor, 'care.edit', [row.area, area]) ??
    refuseArea(deps, change.area) ??
    refuseMarking([change.purpose, change.basisNote]) ??
    input.check(row);
  if (refusal !== undefined) return refusal;
  const expires = change.expires ?? row.expires_at;
  const wrong = careRefusal({ from: Date.parse(row.from_at), expires: Date.parse(expires) }, now);
  if (wrong !== undefined) return refuse(wrong, { errors: [{ path: 'expires', code: wrong }] });
  const secrets = await readSecrets(trx, deps.keys, row);
  if (secrets === undefined) return refuse('care.gone');
  const phone = readPhone(change.phone);
  if (phone !== undefined && phone !== null && typeof phone !== 'string') return phone;
  if (phone !== undefined) await changeContact(trx, deps.keys, actor.county, secrets.subject, { phone });
  if (area !== row.area) await moveSubject(trx, actor.county, row.subject, area);
  const kept = (next: string | null | undefined, was: string | undefined) =>
    next === undefined ? was : (next ?? undefined);
  const next: CareRecordTable = {
    ...row,
    area,
    purpose: change.purpose ?? row.purpose,
    basis_note: change.basisNote ?? row.basis_note,
    expires_at: expires,
    details: sealDetails(deps.keys, secrets.subject, {
      address: kept(change.address, secrets.address),
      note: kept(change.note, secrets.note),
    }),
  };
  if (!(await updateCare(trx, next))) return refuse('http.stale', { params: { version: row.version } });
  return { ...next, version: row.version + 1 };
}

/** Shows a record in clear for a stated purpose, on the record of reveals. */
export async function revealCare(
  trx: Trx,
  deps: CareDeps,
  actor: Staff,
  input: { readonly id: string; readonly purpose: string },
) {
  const now = deps.clock.now();
  const { county } = actor;
  const row = await findCareRow(trx, county, input.id, iso(now));
  if (row === undefined) return refuse('care.notFound');
  const refusal = refuseRight(actor, 'care.read', [row.area]);
  if (refusal !== undefined) return refusal;
  const secrets = await readSecrets(trx, deps.keys, row);
  if (secrets === undefined) return refuse('care.gone');
  await recordReveal(trx, {
    county,
    person: actor.person,
    what: 'care',
    subject: row.subject,
    area: row.area,
    purpose: input.purpose,
    at: iso(now),
  });
  const { subject, ...shown } = secrets;
  const visits = await listVisitRows(trx, county, row.id, undefined, notesShown);
  return {
    ...shown,
    visits: visits.flatMap(({ at, note }) =>
      note === null ? [] : [{ at, note: openFor(deps.keys, subject, note, noteField) }],
    ),
    until: iso(now + revealMs),
  };
}

/** Notes a visit; the next one is due an interval later. */
export async function noteVisit(
  trx: Trx,
  deps: CareDeps,
  actor: Staff,
  input: { readonly id: string; readonly visit: z.output<typeof newCareVisit> },
): Promise<CareRecordTable | Refusal> {
  const { county } = actor;
  const now = deps.clock.now();
  const { visit } = input;
  const at = visit.at === undefined ? now : Date.parse(visit.at);
  if (at > now)
    return refuse('care.visit.ahead.invalid', { errors: [{ path: 'at', code: 'care.visit.ahead.invalid' }] });
  const row = await findCareRow(trx, county, input.id, iso(now));
  if (row === undefined) return refuse('care.notFound');
  const refusal = refuseRight(actor, 'care.read', [row.area]);
  if (refusal !== undefined) return refusal;
  const secrets = await readSecrets(trx, deps.keys, row);
  const kind = await findKindRow(trx, county, row.kind);
  if (secrets === undefined || kind === undefined) return refuse('care.gone');
  await insertVisit(trx, {
    county,
    id: newId(),
    record: row.id,
    area: row.area,
    at: iso(at),
    person: actor.person,
    outcome: visit.outcome,
    note: visit.note === undefined ? null : sealFor(deps.keys, secrets.subject, visit.note, noteField),
  });
  const last = Math.max(at, row.visited_at === null ? 0 : Date.parse(row.visited_at));
  // Nobody was met, so nobody was visited: it stays due.
  const met = visit.outcome !== 'notHome';
  const next: CareRecordTable = met
    ? {
        ...row,
        visited_at: iso(last),
        visit_due_at: iso(visitDue(kind.interval_days, Date.parse(row.from_at), last)),
      }
    : row;
  if (!(await updateCare(trx, next))) return refuse('http.stale', { params: { version: row.version } });
  return { ...next, version: row.version + 1 };
}
