import type { AccountRow, accountAct, RevealedRow } from '@gezhi/contract/access/index';
import { lockedUntil } from '@gezhi/domain/access/index';
import type { z } from 'zod';
import type { AccountActTable, AccountTable, RevealLogTable, Trx } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { readNames } from '../people/index.ts';
import { iso } from './deps.ts';
import { triesKey } from './tries.ts';
import { listTries } from './tries-store.ts';

/** Accounts in scope, with whom they belong to and whether wrong tries lock them now. */
export async function accountRows(
  trx: Trx,
  keys: Keys,
  county: string,
  rows: readonly AccountTable[],
  now: number,
): Promise<readonly AccountRow[]> {
  const names = await readNames(
    trx,
    county,
    rows.map((row) => row.person),
  );
  const tries = await listTries(
    trx,
    rows.map((row) => triesKey(keys, row.username)),
  );
  return rows.map((row) => {
    const until = lockedUntil(tries.get(triesKey(keys, row.username)), now);
    return {
      id: row.id,
      username: row.username,
      person: row.person,
      name: names.get(row.person) ?? '',
      area: row.area,
      state: row.state as AccountRow['state'],
      secondFactor: row.second_factor,
      createdAt: row.created_at,
      ...(until === undefined ? {} : { lockedOutUntil: iso(until) }),
      ...(row.last_sign_in === null ? {} : { lastSignIn: row.last_sign_in }),
    };
  });
}

export type AccountActRow = z.output<typeof accountAct>;

/** Entries of the record of acts as the API shows them. */
export async function actRows(
  trx: Trx,
  county: string,
  rows: readonly AccountActTable[],
): Promise<readonly AccountActRow[]> {
  const names = await readNames(
    trx,
    county,
    rows.flatMap((row) => (row.by_person === null ? [] : [row.by_person])),
  );
  return rows.map((row) => {
    const byName = row.by_person === null ? undefined : names.get(row.by_person);
    return {
      id: row.id,
      at: row.at,
      account: row.account,
      username: row.username,
      act: row.act as AccountActRow['act'],
      ...(row.by_person === null ? {} : { by: row.by_person }),
      ...(byName === undefined ? {} : { byName }),
      ...(row.reason === null ? {} : { reason: row.reason }),
    };
  });
}

/** Entries of the record of reveals as the API shows them. */
export async function revealRows(
  trx: Trx,
  county: string,
  rows: readonly RevealLogTable[],
): Promise<readonly RevealedRow[]> {
  const names = await readNames(
    trx,
    county,
    rows.map((row) => row.person),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    person: row.person,
    personName: names.get(row.person) ?? '',
    what: row.what as RevealedRow['what'],
    subject: row.subject,
    purpose: row.purpose,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
  }));
}
