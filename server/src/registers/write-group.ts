import type { chatGroupChange, groupReach, groupReport, newChatGroup } from '@gezhi/contract/registers/index';
import type { z } from 'zod';
import type { ChatGroupTable, Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { iso, refuseArea, refuseRight, type RegisterDeps, type Staff } from './deps.ts';
import {
  countKnown,
  findGroupRow,
  insertGroups,
  listInGroup,
  moveReach,
  replaceReports,
  unlistFromGroup,
  updateGroup,
} from './group-store.ts';

type GroupDeps = Pick<RegisterDeps, 'clock' | 'isArea' | 'keys'>;

const robotContext = (id: string) => `chat group ${id} robot`;

async function refuseValues(
  trx: Trx,
  deps: Pick<RegisterDeps, 'isArea'>,
  group: Pick<ChatGroupTable, 'county' | 'area' | 'covers' | 'owner_post'>,
): Promise<Refusal | undefined> {
  const codes = [group.area, ...group.covers];
  const unknown = codes.map((code) => refuseArea(deps, code)).find((refusal) => refusal !== undefined);
  if (unknown !== undefined) return unknown;
  if (group.owner_post === null) return undefined;
  const post = await trx
    .selectFrom('post')
    .select('id')
    .where('county', '=', group.county)
    .where('id', '=', group.owner_post)
    .executeTakeFirst();
  return post === undefined ? refuse('post.notFound') : undefined;
}

/** Adds a group where the actor keeps registers. */
export async function addGroup(
  trx: Trx,
  deps: GroupDeps,
  actor: Staff,
  given: z.output<typeof newChatGroup>,
): Promise<ChatGroupTable | Refusal> {
  const id = newId();
  const row: ChatGroupTable = {
    county: actor.county,
    id,
    name: given.name.trim(),
    platform: given.platform,
    area: given.area,
    covers: [...new Set(given.covers)].sort(),
    owner_post: given.ownerPost ?? null,
    robot: given.robot === undefined ? null : deps.keys.sealOwn(given.robot, robotContext(id)),
    version: 1,
    created_at: iso(deps.clock.now()),
    retired_at: null,
  };
  const refusal =
    refuseRight(actor, 'register.edit', [given.area, ...given.covers]) ?? (await refuseValues(trx, deps, row));
  if (refusal !== undefined) return refusal;
  await insertGroups(trx, [row]);
  return row;
}

/** Changes a group, or ends it: an ended one reaches nobody. */
export async function changeGroup(
  trx: Trx,
  deps: GroupDeps,
  actor: Staff,
  input: {
    readonly id: string;
    readonly change: z.output<typeof chatGroupChange>;
    readonly check: (row: ChatGroupTable) => Refusal | undefined;
  },
): Promise<ChatGroupTable | Refusal> {
  const { change } = input;
  const row = await findGroupRow(trx, actor.county, input.id);
  if (row === undefined) return refuse('group.notFound');
  const robot =
    change.robot == null
      ? change.robot === null
        ? null
        : row.robot
      : deps.keys.sealOwn(change.robot, robotContext(row.id));
  const next: ChatGroupTable = {
    ...row,
    name: change.name?.trim() ?? row.name,
    platform: change.platform ?? row.platform,
    area: change.area ?? row.area,
    covers: change.covers === undefined ? row.covers : [...new Set(change.covers)].sort(),
    owner_post: change.ownerPost === undefined ? row.owner_post : change.ownerPost,
    robot,
    retired_at:
      change.retired === undefined ? row.retired_at : change.retired ? (row.retired_at ?? iso(deps.clock.now())) : null,
  };
  const refusal =
    refuseRight(actor, 'register.edit', [row.area, next.area, ...(change.covers ?? [])]) ??
    input.check(row) ??
    (await refuseValues(trx, deps, next));
  if (refusal !== undefined) return refusal;
  if (!(await updateGroup(trx, next))) return refuse('http.stale', { params: { version: row.version } });
  if (next.area !== row.area) await moveReach(trx, next);
  return { ...next, version: row.version + 1 };
}

async function groupToEdit(trx: Trx, actor: Staff, id: string): Promise<ChatGroupTable | Refusal> {
  const row = await findGroupRow(trx, actor.county, id);
  if (row === undefined) return refuse('group.notFound');
  return refuseRight(actor, 'register.edit', [row.area]) ?? row;
}

/** Puts households into a group, or takes them out. */
export async function changeReach(
  trx: Trx,
  deps: Pick<RegisterDeps, 'clock'>,
  actor: Staff,
  id: string,
  change: z.output<typeof groupReach>,
): Promise<ChatGroupTable | Refusal> {
  const group = await groupToEdit(trx, actor, id);
  if (!('county' in group)) return group;
  const adding = [...new Set(change.add)];
  if ((await countKnown(trx, actor.county, adding)) < adding.length) return refuse('household.unknown');
  await unlistFromGroup(trx, group, change.remove);
  await listInGroup(trx, group, adding, iso(deps.clock.now()));
  return group;
}

/** Takes an owner's report, in place of the earlier one. Areas the group does not cover are refused. */
export async function reportReach(
  trx: Trx,
  deps: Pick<RegisterDeps, 'clock'>,
  actor: Staff,
  id: string,
  { reports }: z.output<typeof groupReport>,
): Promise<ChatGroupTable | Refusal> {
  const group = await groupToEdit(trx, actor, id);
  if (!('county' in group)) return group;
  const errors = reports.flatMap(({ area }, at) => {
    const path = `reports.${at}.area`;
    if (!group.covers.some((code) => area.startsWith(code))) return [{ path, code: 'group.notCovered' }];
    return reports.findIndex((other) => other.area === area) === at ? [] : [{ path, code: 'group.twice' }];
  });
  if (errors.length > 0) return refuse('group.report.invalid', { errors });
  await replaceReports(trx, group, reports, actor.person, iso(deps.clock.now()));
  return group;
}
