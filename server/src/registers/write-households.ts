import type { householdChange, newHousehold } from '@gezhi/contract/registers/index';
import { tidyAddress } from '@gezhi/domain/registers/index';
import type { z } from 'zod';
import type { HouseholdTable, Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { type FieldError, isRefusal, type Refusal, refuse } from '../refusal.ts';
import { iso, refuseArea, refuseRight, type RegisterDeps, type Staff } from './deps.ts';
import { findEntryRow, type StoredEntry } from './entry-store.ts';
import { findHouseholdRow, putHouseholds, readHouseholdsAt, setAnchor, updateHousehold } from './household-store.ts';

type HouseholdDeps = Pick<RegisterDeps, 'clock' | 'isArea'>;
export type NewHousehold = z.output<typeof newHousehold>;

/** A row of a new household. */
export function householdRow(county: string, given: NewHousehold, now: number): HouseholdTable {
  return {
    county,
    id: newId(),
    area: given.area,
    address: tidyAddress(given.address),
    anchor: given.anchor ?? null,
    version: 1,
    created_at: iso(now),
    moved_at: null,
  };
}

/** The anchor household of this id, or a refusal. */
async function anchorAt(trx: Trx, county: string, id: string): Promise<StoredEntry | Refusal> {
  const entry = await findEntryRow(trx, county, id);
  return entry?.kind === 'anchorHousehold' ? entry : refuse('anchor.unknown');
}

async function refuseAnchor(trx: Trx, county: string, id: string | null | undefined): Promise<Refusal | undefined> {
  if (id == null) return undefined;
  const found = await anchorAt(trx, county, id);
  return isRefusal(found) ? found : undefined;
}

/** Adds one household; refused where its address is there. */
export async function addHousehold(
  trx: Trx,
  deps: HouseholdDeps,
  actor: Staff,
  given: NewHousehold,
): Promise<HouseholdTable | Refusal> {
  const refusal =
    refuseRight(actor, 'register.edit', [given.area]) ??
    refuseArea(deps, given.area) ??
    (await refuseAnchor(trx, actor.county, given.anchor));
  if (refusal !== undefined) return refusal;
  const row = householdRow(actor.county, given, deps.clock.now());
  if ((await readHouseholdsAt(trx, actor.county, [row])).size > 0) return refuse('household.there');
  await putHouseholds(trx, [row]);
  return row;
}

/** Changes a household; one that moved away leaves its anchor household. */
export async function changeHousehold(
  trx: Trx,
  deps: HouseholdDeps,
  actor: Staff,
  input: {
    readonly id: string;
    readonly change: z.output<typeof householdChange>;
    readonly check: (row: HouseholdTable) => Refusal | undefined;
  },
): Promise<HouseholdTable | Refusal> {
  const { change } = input;
  const row = await findHouseholdRow(trx, actor.county, input.id);
  if (row === undefined) return refuse('household.notFound');
  const next: HouseholdTable = {
    ...row,
    area: change.area ?? row.area,
    address: change.address === undefined ? row.address : tidyAddress(change.address),
    anchor: change.anchor === undefined ? row.anchor : change.anchor,
    moved_at: change.movedAt === undefined ? row.moved_at : change.movedAt,
  };
  const refusal =
    refuseRight(actor, 'register.edit', [row.area, next.area]) ??
    refuseArea(deps, change.area) ??
    (await refuseAnchor(trx, actor.county, change.anchor)) ??
    input.check(row);
  if (refusal !== undefined) return refusal;
  const taken = (await readHouseholdsAt(trx, actor.county, [next])).get(`${next.area} ${next.address}`);
  if (taken !== undefined && taken.id !== row.id) return refuse('household.there');
  const kept = next.moved_at === null ? next : { ...next, anchor: null };
  if (!(await updateHousehold(trx, kept))) return refuse('http.stale', { params: { version: row.version } });
  return { ...kept, version: row.version + 1 };
}

async function importFaults(
  trx: Trx,
  deps: HouseholdDeps,
  actor: Staff,
  rows: readonly NewHousehold[],
): Promise<readonly FieldError[]> {
  const anchors = new Set<string>();
  for (const id of new Set(rows.flatMap(({ anchor }) => anchor ?? []))) {
    if (!isRefusal(await anchorAt(trx, actor.county, id))) anchors.add(id);
  }
  return rows
    .flatMap(({ area, anchor }, at): FieldError[] => {
      const path = `households.${at}`;
      if (!deps.isArea(area)) return [{ path: `${path}.area`, code: 'area.unknown', params: { area } }];
      if (refuseRight(actor, 'register.edit', [area]) !== undefined)
        return [{ path: `${path}.area`, code: 'register.forbidden' }];
      if (anchor !== undefined && !anchors.has(anchor)) return [{ path: `${path}.anchor`, code: 'anchor.unknown' }];
      return [];
    })
    .slice(0, 100);
}

/**
 * Adds many households, whole or not at all. One that is there by microgrid and address is not doubled: it takes the anchor
 * household given, and nothing else of it changes.
 */
export async function importHouseholds(
  trx: Trx,
  deps: HouseholdDeps,
  actor: Staff,
  given: readonly NewHousehold[],
): Promise<{ readonly created: number; readonly changed: number; readonly unchanged: number } | Refusal> {
  const { county } = actor;
  const errors = await importFaults(trx, deps, actor, given);
  if (errors.length > 0) return refuse('household.import.invalid', { errors });
  const now = deps.clock.now();
  const byPlace = new Map(given.map((one) => [`${one.area} ${tidyAddress(one.address)}`, one]));
  const rows = [...byPlace.values()].map((one) => householdRow(county, one, now));
  const { created, changed } = await putHouseholds(trx, rows);
  return { created, changed, unchanged: given.length - created - changed };
}

/** Gives households to an anchor household and takes others from it: 1+N. */
export async function changeAnchored(
  trx: Trx,
  actor: Staff,
  id: string,
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<StoredEntry | Refusal> {
  const { county } = actor;
  const entry = await anchorAt(trx, county, id);
  if (isRefusal(entry)) return refuse('register.notFound');
  const refusal = refuseRight(actor, 'register.edit', [entry.area]);
  if (refusal !== undefined) return refusal;
  const found = await setAnchor(trx, county, change.add, id);
  if (found < new Set(change.add).size) return refuse('household.unknown');
  await setAnchor(trx, county, change.remove, null, id);
  return entry;
}
