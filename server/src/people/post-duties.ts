import type { PostDutyRow } from '@gezhi/contract/people/index';
import type { Body } from '@gezhi/domain/cases/index';
import { asSystem, type PostTable, type Trx } from '../database/index.ts';
import { iso, type EndingDeps } from './deps.ts';
import { listTurnRows } from './duty-store.ts';
import { personsWith } from './holders.ts';
import { memberRows } from './member-rows.ts';
import { listMemberRows } from './member-store.ts';
import { listPostsAtDesk } from './post-store.ts';
import { rolesOf } from './rules.ts';

const most = 200;

/** Bodies for whose work the post makes somebody responsible. */
function bodiesOf({ area, org }: PostTable): readonly Body[] {
  return [
    ...(org === null ? [] : [{ kind: 'org', org } as const]),
    ...(area === null ? [] : [{ kind: 'desk', area } as const, { kind: 'grid', area } as const]),
  ];
}

async function assigned(trx: Trx, deps: Pick<EndingDeps, 'openWork'>, row: PostTable): Promise<PostDutyRow[]> {
  const found: PostDutyRow[] = [];
  for (const body of bodiesOf(row)) {
    for (const { id, number, description } of await deps.openWork.assignedTo(trx, row.county, body, row.person))
      found.push({ kind: 'case', id, number, name: description });
  }
  return found;
}

/** Cases that nobody else may verify. */
async function toVerify(
  trx: Trx,
  deps: Pick<EndingDeps, 'openWork'>,
  row: PostTable,
  now: number,
): Promise<PostDutyRow[]> {
  const { county, area, person } = row;
  if (area === null) return [];
  const verifies = (await rolesOf(trx, county, now)).some(
    ({ id, permissions }) => id === row.role && permissions.includes('case.verify'),
  );
  if (!verifies) return [];
  const others = await personsWith(trx, county, 'case.verify', area, now);
  if (others.some((holder) => holder.person !== person)) return [];
  return (await deps.openWork.toVerify(trx, county, area, most)).map(({ id, number, description }) => ({
    kind: 'verify',
    id,
    number,
    name: description,
  }));
}

/** Turns of the person at the desk of the post that are not over. */
async function turns(trx: Trx, row: PostTable, now: number): Promise<PostDutyRow[]> {
  const desks = [...(row.area === null ? [] : [{ area: row.area }]), ...(row.org === null ? [] : [{ org: row.org }])];
  const found: PostDutyRow[] = [];
  for (const desk of desks) {
    const rows = await listTurnRows(trx, row.county, { ...desk, from: iso(now) }, undefined, 10_000);
    for (const { id, person, from_at: from, to_at: to } of rows)
      if (person === row.person) found.push({ kind: 'turn', id, name: row.area ?? '', from, to });
  }
  return found.slice(0, most);
}

/** The area of a chief whose place nobody else holds. */
async function chiefless(trx: Trx, row: PostTable, now: number): Promise<PostDutyRow[]> {
  const { area, role } = row;
  if (area === null || row.acting_for !== null || !role.endsWith('-chief')) return [];
  const there = await listPostsAtDesk(trx, row.county, { area }, iso(now));
  const others = there.some((one) => one.id !== row.id && one.role === role && one.acting_for === null);
  return others ? [] : [{ kind: 'chief', id: area, name: area }];
}

async function memberships(trx: Trx, row: PostTable, now: number): Promise<PostDutyRow[]> {
  if (row.org === null) return [];
  const filter = { memberPerson: row.person, memberOrg: row.org };
  const rows = await memberRows(
    trx,
    row.county,
    await listMemberRows(trx, row.county, filter, iso(now), undefined, most),
  );
  return rows.map(({ id, organisationName, from }) => ({ kind: 'membership', id, name: organisationName, from }));
}

/**
 * What is left without an owner when a post ends: cases passed to the person or that only they may verify, turns on
 * the roster, an area without its chief, places in bodies of others. Reads as the program.
 */
export async function postDutiesOf(
  trx: Trx,
  deps: Pick<EndingDeps, 'openWork'>,
  row: PostTable,
  now: number,
): Promise<readonly PostDutyRow[]> {
  const own = await asSystem(trx, row.county, async () => [
    ...(await turns(trx, row, now)),
    ...(await chiefless(trx, row, now)),
    ...(await memberships(trx, row, now)),
  ]);
  return [...(await assigned(trx, deps, row)), ...(await toVerify(trx, deps, row, now)), ...own];
}
