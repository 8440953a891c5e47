import type { Trx } from '../database/index.ts';
import { asSystem } from '../database/index.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** Who may see the files of a case: those who may see the case. */
export interface FileOwner {
  readonly caseId: string;
  readonly area: string;
  readonly orgs: readonly string[];
}

export interface FileRow {
  readonly county: string;
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly bytes: number;
}

/** Notes an upload that has begun. */
export async function insertFile(
  trx: Trx,
  file: {
    readonly county: string;
    readonly id: string;
    readonly bytes: number;
    readonly person: string | null;
    readonly at: string;
  },
): Promise<void> {
  await trx
    .insertInto('file')
    .values({ ...file, state: 'waiting' })
    .execute();
}

/** A file by its id, in whatever county: ids of uploads come without one. For the system only. */
export function findFile(trx: Trx, id: string): Promise<FileRow | undefined> {
  return trx
    .selectFrom('file')
    .select(['county', 'id', 'state', 'reason', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Whether the scope sees a checked file. */
export async function seesFile(trx: Trx, county: string, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('file')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  return row !== undefined;
}

export interface Checked {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
}

/** Notes that a file passed its check. */
export async function markReady(trx: Trx, county: string, id: string, checked: Checked): Promise<void> {
  await trx
    .updateTable('file')
    .set({ state: 'ready', ...checked })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Notes that a file was refused, and why. */
export async function markRefused(trx: Trx, county: string, id: string, reason: string): Promise<void> {
  await trx
    .updateTable('file')
    .set({ state: 'refused', reason })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/**
 * Gives checked files to a case, in the transaction of the command that names them. Knowing the id of a file that
 * no case has taken is the right to give it; taking it again for the same case does nothing.
 * @returns a refusal when one is not there, not checked yet, or another case's.
 */
export async function takeFiles(
  trx: Trx,
  county: string,
  ids: readonly string[],
  owner: FileOwner,
): Promise<Refusal | undefined> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return undefined;
  const taken = await asSystem(trx, county, () =>
    trx
      .updateTable('file')
      .set({ case_id: owner.caseId, area: owner.area, orgs: [...owner.orgs] })
      .where('county', '=', county)
      .where('id', 'in', wanted)
      .where('state', '=', 'ready')
      .where((where) => where.or([where('case_id', 'is', null), where('case_id', '=', owner.caseId)]))
      .returning('id')
      .execute(),
  );
  const known = new Set(taken.map(({ id }) => id));
  const errors = wanted.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: `photos.${index}`, code: 'file.unknown' }],
  );
  return errors.length === 0 ? undefined : refuse('file.unknown', { errors });
}

/** Shows the files of a case to whoever sees the case now: after a dispatch, a summons, a correction of its place. */
export async function showFiles(trx: Trx, county: string, owner: FileOwner): Promise<void> {
  await asSystem(trx, county, () =>
    trx
      .updateTable('file')
      .set({ area: owner.area, orgs: [...owner.orgs] })
      .where('county', '=', county)
      .where('case_id', '=', owner.caseId)
      .execute(),
  );
}

/** Files waiting for their check or never taken by a case since before a time. For the system only. */
export function listLoose(trx: Trx, before: string, limit: number): Promise<FileRow[]> {
  return trx
    .selectFrom('file')
    .select(['county', 'id', 'state', 'reason', 'bytes'])
    .where('case_id', 'is', null)
    .where('at', '<', before)
    .orderBy('at')
    .limit(limit)
    .execute();
}

export async function deleteFile(trx: Trx, county: string, id: string): Promise<void> {
  await trx.deleteFrom('file').where('county', '=', county).where('id', '=', id).where('case_id', 'is', null).execute();
}
