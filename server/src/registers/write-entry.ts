import type { entryChange, NewEntry } from '@gezhi/contract/registers/index';
import type { Actor } from '@gezhi/domain/access/index';
import { registerKind, type RegisterKind } from '@gezhi/domain/registers/index';
import type { z } from 'zod';
import type { Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { refuseEntryValues } from './check-entry.ts';
import { iso, refuseRight, type RegisterDeps, type Staff } from './deps.ts';
import { findEntryRow, insertEntries, type StoredEntry, updateEntry } from './entry-store.ts';

type EntryDeps = Pick<RegisterDeps, 'clock' | 'isArea'>;

/** Refuses whoever may not keep entries of the kind in these areas; confidential ones are for those who edit people. */
export function refuseKeeping(
  actor: Actor,
  kind: Pick<RegisterKind, 'confidential'>,
  areas: readonly string[],
): Refusal | undefined {
  return (
    refuseRight(actor, 'register.edit', areas) ??
    (kind.confidential ? refuseRight(actor, 'people.edit', areas) : undefined)
  );
}

/** Fields as they are kept: those left open are absent. */
function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A row from what was typed. */
export function rowOf(county: string, input: NewEntry, by: string, now: number): StoredEntry {
  return {
    county,
    id: newId(),
    kind: input.kind,
    area: input.area,
    org: input.org ?? null,
    person: input.person ?? null,
    household: input.household ?? null,
    from_at: input.from ?? iso(now),
    to_at: input.to ?? null,
    body: given(input.fields),
    confidential: registerKind(input.kind).confidential,
    version: 1,
    created_at: iso(now),
    created_by: by,
    removed_at: null,
  };
}

/** Adds an entry where the actor keeps registers. */
export async function addEntry(
  trx: Trx,
  deps: EntryDeps,
  actor: Staff,
  input: NewEntry,
): Promise<StoredEntry | Refusal> {
  const kind = registerKind(input.kind);
  const refusal = refuseKeeping(actor, kind, [input.area]);
  if (refusal !== undefined) return refusal;
  const now = deps.clock.now();
  const row = rowOf(actor.county, input, actor.person, now);
  const wrong = await refuseEntryValues(trx, deps, actor.county, kind, row, now);
  if (wrong !== undefined) return wrong;
  await insertEntries(trx, [row]);
  return row;
}

function changed(row: StoredEntry, change: z.output<typeof entryChange>): StoredEntry {
  const kept = <T>(next: T | undefined, now: T): T => (next === undefined ? now : next);
  return {
    ...row,
    area: change.area ?? row.area,
    person: kept(change.person, row.person),
    org: kept(change.org, row.org),
    household: kept(change.household, row.household),
    from_at: change.from ?? row.from_at,
    to_at: kept(change.to, row.to_at),
    body: change.fields === undefined ? row.body : given(change.fields),
  };
}

/**
 * Changes an entry, or ends it.
 * @param check told the row as it stands, refuses when the asker had read another version
 */
export async function changeEntry(
  trx: Trx,
  deps: EntryDeps,
  actor: Staff,
  input: {
    readonly id: string;
    readonly change: z.output<typeof entryChange>;
    readonly check: (row: StoredEntry) => Refusal | undefined;
  },
): Promise<StoredEntry | Refusal> {
  const row = await findEntryRow(trx, actor.county, input.id);
  if (row === undefined) return refuse('register.notFound');
  const kind = registerKind(row.kind as Parameters<typeof registerKind>[0]);
  const next = changed(row, input.change);
  const refusal = refuseKeeping(actor, kind, [row.area, next.area]) ?? input.check(row);
  if (refusal !== undefined) return refusal;
  const wrong = await refuseEntryValues(trx, deps, actor.county, kind, next, deps.clock.now());
  if (wrong !== undefined) return wrong;
  if (!(await updateEntry(trx, next))) return refuse('http.stale', { params: { version: row.version } });
  return { ...next, version: row.version + 1 };
}

/** Takes an entry off its list; the households of an anchor household are left without one. */
export async function removeEntry(trx: Trx, deps: EntryDeps, actor: Staff, id: string): Promise<undefined | Refusal> {
  const row = await findEntryRow(trx, actor.county, id);
  if (row === undefined) return refuse('register.notFound');
  const refusal = refuseKeeping(actor, row, [row.area]);
  if (refusal !== undefined) return refusal;
  if (row.kind === 'anchorHousehold') {
    await trx
      .updateTable('household')
      .set({ anchor: null })
      .where('county', '=', actor.county)
      .where('anchor', '=', id)
      .execute();
  }
  await updateEntry(trx, { ...row, removed_at: iso(deps.clock.now()) });
  return undefined;
}
