import type { newOrganisation, OrganisationRow } from '@gezhi/contract/people/index';
import { mayIn } from '@gezhi/domain/access/index';
import type { z } from 'zod';
import { afterCommit, type OrganisationTable, scopeOf, type Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { iso, type PeopleDeps, refuseArea, type Run, type Staff } from './deps.ts';
import { pinyinInitials } from './initials.ts';
import { findOrganisationByCode, findOrganisationRow, insertOrganisation } from './organisation-store.ts';

export type NewOrganisation = z.output<typeof newOrganisation>;

/** An organisation as the API shows it. */
export function organisationOf(row: OrganisationTable): OrganisationRow {
  return {
    id: row.id,
    kind: row.kind as OrganisationRow['kind'],
    name: row.name,
    area: row.area,
    ...(row.code === null ? {} : { code: row.code }),
    ...(row.parent === null ? {} : { parent: row.parent }),
    ...(row.duty_phone === null ? {} : { dutyPhone: row.duty_phone }),
    ...(row.retired_at === null ? {} : { retiredAt: row.retired_at }),
    ...(row.successor === null ? {} : { successor: row.successor }),
    ...(row.end_reason === null ? {} : { endReason: row.end_reason }),
  };
}

/** Why this parent cannot be taken, or undefined when it can: it must exist and still stand. */
export async function parentRefusal(
  trx: Trx,
  county: string,
  parent: string | null | undefined,
): Promise<Refusal | undefined> {
  if (parent === null || parent === undefined) return undefined;
  const row = await findOrganisationRow(trx, county, parent);
  return row === undefined || row.retired_at !== null ? refuse('organisation.unknown') : undefined;
}

/** Adds an organisation within a transaction that may: the demonstration and imports use this too. */
export async function addOrganisation(
  trx: Trx,
  deps: Pick<PeopleDeps, 'changed'>,
  county: string,
  input: NewOrganisation,
  now: number,
): Promise<OrganisationTable | Refusal> {
  const refusal = await parentRefusal(trx, county, input.parent);
  if (refusal !== undefined) return refusal;
  if (input.code !== undefined && (await findOrganisationByCode(trx, county, input.code)) !== undefined) {
    return refuse('organisation.codeTaken', { params: { code: input.code } });
  }
  const row: OrganisationTable = {
    county,
    id: newId(),
    code: input.code ?? null,
    kind: input.kind,
    name: input.name,
    initials: pinyinInitials(input.name),
    parent: input.parent ?? null,
    area: input.area,
    duty_phone: input.dutyPhone ?? null,
    version: 1,
    created_at: iso(now),
    retired_at: null,
    successor: null,
    end_reason: null,
  };
  await insertOrganisation(trx, row);
  afterCommit(trx, () => deps.changed.names());
  return row;
}

/** Adds an organisation that serves an area where the actor may edit people. */
export async function createOrganisation(
  deps: Pick<PeopleDeps, 'clock' | 'changed' | 'isArea'>,
  run: Run,
  actor: Staff,
  input: NewOrganisation,
): Promise<OrganisationTable | Refusal> {
  if (!mayIn(actor, 'people.edit', input.area)) return refuse('people.forbidden');
  const unknown = refuseArea(deps, input.area);
  if (unknown !== undefined) return unknown;
  return run(scopeOf(actor, actor.county), (trx) => addOrganisation(trx, deps, actor.county, input, deps.clock.now()));
}
