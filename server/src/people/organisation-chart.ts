import type { OrganisationChart, OrganisationNodeRow } from '@gezhi/contract/people/index';
import type { Trx } from '../database/index.ts';
import { organisationOf } from './create-organisation.ts';
import { iso } from './deps.ts';
import { listMemberRows } from './member-store.ts';
import { memberRows } from './member-rows.ts';
import { findOrganisationRow } from './organisation-store.ts';
import { readNames } from './person-store.ts';
import { listPostsAtDesk } from './post-store.ts';
import { readServed, readZoneNames } from './served-store.ts';
import { listTreeRows, type NodeRow, readAbove, readBefore, withCounts } from './tree-store.ts';

const mostShown = 200;

/** An organisation in the tree as the API shows it. */
export function nodeOf(row: NodeRow): OrganisationNodeRow {
  return { ...organisationOf(row), children: row.children, posts: row.posts };
}

/** A body with what stands around it; undefined where there is none of this id. */
export async function chartOf(
  trx: Trx,
  county: string,
  id: string,
  now: number,
): Promise<OrganisationChart | undefined> {
  const row = await findOrganisationRow(trx, county, id);
  if (row === undefined) return undefined;
  const at = iso(now);
  const [node] = await withCounts(trx, county, [row], at);
  const below = await listTreeRows(trx, county, { parent: id }, undefined, mostShown);
  const posts = (await listPostsAtDesk(trx, county, { org: id }, at)).slice(0, mostShown);
  const names = await readNames(
    trx,
    county,
    posts.map(({ person }) => person),
  );
  const served = await readServed(trx, county, id);
  const members = await memberRows(
    trx,
    county,
    await listMemberRows(trx, county, { organisation: id }, at, undefined, mostShown),
  );
  const memberOf = await memberRows(
    trx,
    county,
    await listMemberRows(trx, county, { memberOrg: id }, at, undefined, mostShown),
  );
  return {
    organisation: nodeOf(node ?? { ...row, children: 0, posts: 0 }),
    above: (await readAbove(trx, county, row)).map(organisationOf),
    below: (await withCounts(trx, county, below, at)).map(nodeOf),
    staff: posts.map(({ id: post, person, role, acting_for: acting }) => ({
      post,
      person,
      role,
      name: names.get(person) ?? '',
      acting: acting !== null,
    })),
    members: members.filter(({ from }) => Date.parse(from) <= now),
    memberOf: memberOf.filter(({ from }) => Date.parse(from) <= now),
    areas: [...served.areas],
    zones: (await readZoneNames(trx, county, served.zones)).map((zone) => ({ ...zone })),
    before: (await readBefore(trx, county, id)).map(organisationOf),
  };
}
