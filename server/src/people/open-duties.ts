import type { OpenDutyRow } from '@gezhi/contract/people/index';
import type { Body } from '@gezhi/domain/cases/index';
import { mustBeTaken, type OpenDutyKind } from '@gezhi/domain/people/index';
import { asSystem, type Trx } from '../database/index.ts';
import { findCut } from '../rules/index.ts';
import { iso, type EndingDeps } from './deps.ts';
import { listTurnRows } from './duty-store.ts';
import { memberRows } from './member-rows.ts';
import { listMemberRows } from './member-store.ts';
import { readNames } from './person-store.ts';
import { listPostRows } from './post-store.ts';
import { listTreeRows } from './tree-store.ts';

const most = 10_000;

type Found = Omit<OpenDutyRow, 'kind' | 'mustBeTaken'>;
type Lister = (trx: Trx, county: string, org: string, now: string) => Promise<readonly Found[]>;

/** Posts in a body that have not ended; those that stand in for one of them go with it. */
const posts: Lister = async (trx, county, org, now) => {
  const rows = (await listPostRows(trx, county, { org }, now, undefined, most)).filter(
    ({ acting_for: acting }) => acting === null,
  );
  const names = await readNames(
    trx,
    county,
    rows.map(({ person }) => person),
  );
  return rows.map((row) => ({
    id: row.id,
    name: names.get(row.person) ?? '',
    role: row.role,
    from: row.from_at,
    ...(row.to_at === null ? {} : { to: row.to_at }),
  }));
};

const names = (body: Body, org: string): boolean => body.kind === 'org' && body.org === org;

/** Rows of the duty list in force that name the body. */
const dutyRows: Lister = async (trx, county, org, now) => {
  const cut = await findCut(trx, county, Date.parse(now));
  const categories = new Map(cut?.categories.body.categories.map(({ code, name }) => [code, name.zh]));
  const rows = cut?.dutyList.body.rows ?? [];
  return rows
    .filter(({ lead, supporting }) => [lead, ...supporting].some((body) => names(body, org)))
    .map((row) => ({
      id: row.id,
      name: row.category === undefined ? row.id : (categories.get(row.category) ?? row.category),
    }));
};

const turns: Lister = async (trx, county, org, now) => {
  const rows = await listTurnRows(trx, county, { org, from: now }, undefined, most);
  const people = await readNames(
    trx,
    county,
    rows.map(({ person }) => person),
  );
  return rows.map((row) => ({ id: row.id, name: people.get(row.person) ?? '', from: row.from_at, to: row.to_at }));
};

/** Places of the body in others, and places of others in it. */
const memberships: Lister = async (trx, county, org, now) => {
  const of = await listMemberRows(trx, county, { memberOrg: org }, now, undefined, most);
  const own = await listMemberRows(trx, county, { organisation: org }, now, undefined, most);
  return (await memberRows(trx, county, [...of, ...own])).map((row) => ({
    id: row.id,
    name: row.organisation === org ? (row.memberPersonName ?? row.memberOrgName ?? '') : row.organisationName,
    role: row.duty,
    from: row.from,
    ...(row.to === undefined ? {} : { to: row.to }),
  }));
};

const children: Lister = async (trx, county, org) =>
  (await listTreeRows(trx, county, { parent: org }, undefined, most)).map(({ id, name }) => ({ id, name }));

/**
 * Everything a body owes or keeps now, by name. Reads as the program: whoever may end the body sees all that hangs on
 * it, wherever that is.
 */
export async function openDutiesOf(
  trx: Trx,
  deps: Pick<EndingDeps, 'openWork'>,
  county: string,
  org: string,
  now: number,
): Promise<readonly OpenDutyRow[]> {
  const at = iso(now);
  const work: Lister = async () =>
    (await deps.openWork.owedBy(trx, county, { kind: 'org', org })).map(({ id, number, description }) => ({
      id,
      number,
      name: description,
    }));
  const listers: readonly (readonly [OpenDutyKind, Lister])[] = [
    ['post', posts],
    ['workOrder', work],
    ['dutyRow', dutyRows],
    ['turn', turns],
    ['membership', memberships],
    ['child', children],
  ];
  const open: OpenDutyRow[] = [];
  for (const [kind, list] of listers) {
    const found = await (kind === 'workOrder'
      ? list(trx, county, org, at)
      : asSystem(trx, county, () => list(trx, county, org, at)));
    open.push(...found.map((duty) => ({ kind, mustBeTaken: mustBeTaken.includes(kind), ...duty })));
  }
  return open;
}
