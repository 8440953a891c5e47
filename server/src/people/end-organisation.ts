import { type closing, type OpenDutyRow } from '@gezhi/contract/people/index';
import type { RuleBody } from '@gezhi/contract/rules/index';
import { mayIn } from '@gezhi/domain/access/index';
import { type HandOver, planHandOver } from '@gezhi/domain/people/index';
import type { z } from 'zod';
import { afterCommit, asSystem, type OrganisationTable, scopeOf, type Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { newId } from '../new-id.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { findCut, writeRules } from '../rules/index.ts';
import { type EndingDeps, iso, type Run, type Staff } from './deps.ts';
import { insertHandOvers } from './hand-over-store.ts';
import { openDutiesOf } from './open-duties.ts';
import { findOrganisationRow, updateOrganisation } from './organisation-store.ts';
import { takeDuty } from './take-duty.ts';

/** What ending a body works with. */
export type EndDeps = EndingDeps & Pick<Deps, 'jobs' | 'newId'> & { readonly clock: Deps['clock'] };

type Ending = z.output<typeof closing> & {
  readonly id: string;
  /** Merged into this one, which takes what is not named. */
  readonly into?: string | undefined;
};

/** A body that may be ended, or that may take over: it stands, and the actor keeps it. */
async function ownBody(trx: Trx, actor: Staff, id: string): Promise<OrganisationTable | Refusal> {
  const row = await findOrganisationRow(trx, actor.county, id);
  if (row === undefined) return refuse('organisation.notFound');
  if (row.retired_at !== null) return refuse('organisation.retired');
  return mayIn(actor, 'people.edit', row.area) ? row : refuse('people.forbidden');
}

/** Every body that takes something, by id. */
async function takersOf(
  trx: Trx,
  actor: Staff,
  takes: readonly HandOver[],
): Promise<ReadonlyMap<string, OrganisationTable> | Refusal> {
  const found = new Map<string, OrganisationTable>();
  for (const { to } of takes) {
    if (to === undefined || found.has(to)) continue;
    const row = await ownBody(trx, actor, to);
    if (isRefusal(row)) return row.code === 'organisation.notFound' ? refuse('organisation.unknown') : row;
    found.set(to, row);
  }
  return found;
}

type DutyRows = RuleBody<'dutyList'>['rows'];

/** The rows of the duty list with each body that took one in the place of the one that ends. */
function restated(rows: DutyRows, from: string, takers: ReadonlyMap<string, string>): DutyRows {
  return rows.map((row) => {
    const to = takers.get(row.id);
    if (to === undefined) return row;
    const heir = (body: DutyRows[number]['lead']): DutyRows[number]['lead'] =>
      body.kind === 'org' && body.org === from ? { kind: 'org', org: to } : body;
    const lead = heir(row.lead);
    const seen = new Set([JSON.stringify(lead)]);
    const supporting = row.supporting.map(heir).filter((body) => {
      const key = JSON.stringify(body);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    return { ...row, lead, supporting };
  });
}

/** Writes the duty list anew where rows of it were handed on: a version like any other, by whoever may write one. */
async function handOnRows(
  deps: EndDeps,
  trx: Trx,
  actor: Staff,
  from: string,
  takes: readonly HandOver[],
  reason: string,
): Promise<Refusal | undefined> {
  const takers = new Map(
    takes.flatMap(({ kind, id, to }) => (kind === 'dutyRow' && to !== undefined ? [[id, to] as const] : [])),
  );
  if (takers.size === 0) return undefined;
  const cut = await findCut(trx, actor.county, deps.clock.now());
  if (cut === undefined) return undefined;
  const body = { rows: restated(cut.dutyList.body.rows, from, takers) };
  const written = await writeRules(deps, trx, actor, 'dutyList', { body, note: reason, applyToRunning: false });
  return isRefusal(written) ? written : undefined;
}

function refusePlan(code: string, duty: string): Refusal {
  return refuse(code, { params: { duty } });
}

/**
 * Ends a body: what it owes and keeps goes, by name, to whoever takes it, and all of it is kept on record. Everything
 * or nothing. Its code stays taken, its history stays its own.
 */
export async function endOrganisation(
  deps: EndDeps,
  run: Run,
  actor: Staff,
  input: Ending,
): Promise<OrganisationTable | Refusal> {
  const { county } = actor;
  const { id, into, reason } = input;
  if (into === id) return refuse('organisation.intoItself');
  const handOn = await deps.openWork.prepare(county);
  return run(scopeOf(actor, county), async (trx) => {
    const now = deps.clock.now();
    const row = await ownBody(trx, actor, id);
    if (isRefusal(row)) return row;
    const open: readonly OpenDutyRow[] = await openDutiesOf(trx, deps, county, id, now);
    const plan = planHandOver(open, input.takes, into);
    if (!plan.ok) return refusePlan(plan.code, plan.duty);
    const { takes } = plan;
    if (takes.some(({ to }) => to === id)) return refuse('organisation.intoItself');
    const takers = await takersOf(trx, actor, into === undefined ? takes : [...takes, { kind: 'child', id, to: into }]);
    if (isRefusal(takers)) return takers;
    const changed: string[] = [];
    for (const duty of takes) {
      const to = duty.to === undefined ? undefined : takers.get(duty.to);
      const taking = { county, from: row, to, by: actor.person, reason, now, handOn };
      // Cases open their own way to what is not the asker's; the rest hangs wherever it hangs.
      const take = () => takeDuty(trx, duty, taking);
      const people = await (duty.kind === 'workOrder' ? take() : asSystem(trx, county, take));
      if (isRefusal(people)) return people;
      changed.push(...people);
    }
    const unwritten = await handOnRows(deps, trx, actor, id, takes, reason);
    if (unwritten !== undefined) return unwritten;
    const at = iso(now);
    const kept = { county, organisation: id, reach: row.area, at, by_person: actor.person };
    await insertHandOvers(
      trx,
      takes.map(({ kind, id: ref, name, to }) => ({ ...kept, id: newId(), kind, ref, name, taken_by: to ?? null })),
    );
    const ended = { ...row, retired_at: at, successor: into ?? null, end_reason: reason };
    if (!(await updateOrganisation(trx, ended))) return refuse('http.stale');
    afterCommit(trx, () => {
      deps.changed.names();
      for (const person of new Set(changed)) deps.changed.rights(county, person);
    });
    return { ...ended, version: row.version + 1 };
  });
}
