import { type Actor, defaultRoles, type Role } from '@gezhi/domain/access/index';
import { type CaseEvent, fold, factsOf } from '@gezhi/domain/cases/index';
import type { Trx } from '../database/index.ts';
import type { Gateways } from '../gateways/index.ts';
import { newId } from '../new-id.ts';
import { actorHeader, openTestServer, testConfig } from '../testing.ts';
import { handleNotices, registerNotices } from './index.ts';

export const county = '450802';
export const community = '450802001013';
export const street = '450802001';
export const friday = Date.parse('2026-11-20T09:10+08:00');

const moment = new Date(friday).toISOString();

/** Writes a case as its events leave it: as much of its row as notices read. */
export async function keepCase(trx: Trx, events: readonly CaseEvent[], subject: string | null): Promise<void> {
  const found = fold(events);
  const { reporter } = found.report;
  const row = {
    county,
    id: found.id,
    number: found.number,
    version: found.version,
    state: found.state,
    category: found.category,
    kind: found.kind,
    urgency: found.urgency,
    level: found.level,
    area: found.area,
    scope_area: found.area,
    desk: found.desk,
    home_desk: found.homeDesk,
    channel: found.report.channel,
    description: found.report.description,
    reporter_kind: reporter.kind,
    reporter_person: reporter.kind === 'staff' ? reporter.person : null,
    subject,
    light: 'yellow',
    reported_at: moment,
    updated_at: moment,
    orgs: [],
    party_areas: [],
    merged_into: found.mergedInto ?? null,
    quarantined: false,
    facts: JSON.stringify(factsOf(found)),
    doc: '{}',
    head: '',
  };
  await trx.insertInto('case_file').values(row).execute();
  await trx
    .insertInto('case_event')
    .values(
      events.map((event, index) => ({
        county,
        case_id: found.id,
        seq: index + 1,
        type: event.type,
        at: new Date(event.at).toISOString(),
        event: JSON.stringify(event),
        prev: '',
        hash: '',
        recorded_at: moment,
      })),
    )
    .execute();
}

/** A person with one post, and the actor they are when signed in. */
export async function staff(
  trx: Trx,
  name: string,
  role: string,
  where: { readonly area?: string; readonly org?: string },
): Promise<Extract<Actor, { kind: 'staff' }>> {
  const person = newId();
  const post = newId();
  const area = where.area ?? community;
  await trx
    .insertInto('person')
    .values({ county, id: person, name, initials: '', area, version: 1, created_at: moment })
    .execute();
  await trx
    .insertInto('post')
    .values({
      county,
      id: post,
      person,
      role,
      area: where.area ?? null,
      org: where.org ?? null,
      reach: area,
      from_at: new Date(friday - 86_400_000).toISOString(),
      time: 'full',
    })
    .execute();
  return { kind: 'staff', county, person, name, posts: [{ id: post, role, permissions: rightsOf(role), ...where }] };
}

const rightsOf = (role: string): Role['permissions'] => defaultRoles.find(({ id }) => id === role)?.permissions ?? [];

/** An organisation that serves the community's street. */
export async function organisation(trx: Trx, name: string): Promise<string> {
  const id = newId();
  await trx
    .insertInto('organisation')
    .values({ county, id, kind: 'department', name, initials: '', area: street, version: 1, created_at: moment })
    .execute();
  return id;
}

/** A server of notices that works its jobs off when told to (`deps.jobs.drain`), in an empty county of nobody. */
export async function openNotices(more: { readonly gateways?: Gateways; readonly settings?: Record<string, string> }) {
  const actors: Record<string, Actor> = {};
  const config = testConfig({ DEMO: '0', GEZHI_CLOCK: 'real', DEFAULT_COUNTY: county, ...more.settings });
  const server = await openTestServer(
    async (app, deps) => {
      handleNotices(deps, more.gateways);
      await deps.jobs.start(false);
      registerNotices(app, deps);
    },
    actors,
    config,
  );
  const get = async (url: string, as: string, language = 'zh-CN') => {
    const answer = await server.app.inject({ url, headers: { [actorHeader]: as, 'accept-language': language } });
    return { status: answer.statusCode, body: answer.json() };
  };
  return { ...server, actors, get };
}
