import type { onDuty as onDutyShape } from '@gezhi/contract/people/index';
import { onDuty } from '@gezhi/domain/people/index';
import type { z } from 'zod';
import type { Trx } from '../database/index.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { iso, type PeopleDeps } from './deps.ts';
import { type Desk, listTurnsNow } from './duty-store.ts';
import { reachOf } from './give-post.ts';
import { readNames } from './person-store.ts';
import { listPostsAtDesk, postOf } from './post-store.ts';
import { officeHours, rolesOf } from './rules.ts';

export type OnDutyAnswer = z.input<typeof onDutyShape>;

/** What a holder of the role does at a desk of this kind. */
const deskWork = { area: 'case.desk', org: 'case.work' } as const;

/**
 * Who is on duty at a desk at an instant, within a transaction that may read the desk's posts and roster.
 * Roles decide who works a desk: `case.desk` at an area's, `case.work` at an organisation's.
 */
export async function dutyAt(trx: Trx, county: string, desk: Desk, now: number): Promise<OnDutyAnswer> {
  const roles = await rolesOf(trx, county, now);
  const right = desk.area === undefined ? deskWork.org : deskWork.area;
  const works = new Set(roles.filter((role) => role.permissions.includes(right)).map((role) => role.id));
  const clerks = (await listPostsAtDesk(trx, county, desk, iso(now))).filter((row) => works.has(row.role)).map(postOf);
  const turns = (await listTurnsNow(trx, county, desk, iso(now))).map((row) => ({
    person: row.person,
    from: Date.parse(row.from_at),
    to: Date.parse(row.to_at),
  }));
  const open = await officeHours(trx, county, now);
  const present = onDuty({ clerks, turns }, now, open);
  const names = await readNames(
    trx,
    county,
    present.map(({ person }) => person),
  );
  return {
    at: iso(now),
    officeHours: open,
    people: present.map(({ person, by }) => ({ person, by, name: names.get(person) ?? '' })),
    uncovered: present.length === 0,
    ...(desk.area === undefined ? {} : { area: desk.area }),
    ...(desk.org === undefined ? {} : { org: desk.org }),
  };
}

/** Who is on duty at any desk of the county now: whoever reads people may know whom to call, so it is read as the system. */
export async function readDutyNow(
  deps: Pick<PeopleDeps, 'db' | 'clock'>,
  county: string,
  desk: Desk,
): Promise<OnDutyAnswer | Refusal> {
  return deps.db.transaction({ county, system: true }, async (trx) => {
    const known = await reachOf(trx, county, desk);
    return isRefusal(known) ? known : dutyAt(trx, county, desk, deps.clock.now());
  });
}
