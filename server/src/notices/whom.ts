import { type Body, bodyKey, type Case, checksHere } from '@gezhi/domain/cases/index';
import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import { dutyAt, personsIn, personsWith } from '../people/index.ts';

/**
 * The persons who stand for a body at an instant: those on duty, which out of office hours are those of the roster.
 * With nobody on duty it is everybody who works there: they find it when they come.
 */
export async function personsOf(trx: Trx, county: string, body: Body, at: Instant): Promise<readonly string[]> {
  if (body.kind === 'grid') return exactly(body.area, await personsWith(trx, county, 'case.work', body.area, at));
  const desk = body.kind === 'org' ? { org: body.org } : { area: body.area };
  const { people } = await dutyAt(trx, county, desk, at);
  if (people.length > 0) return people.map(({ person }) => person);
  return body.kind === 'org'
    ? personsIn(trx, county, 'case.work', body.org, at)
    : exactly(body.area, await personsWith(trx, county, 'case.desk', body.area, at));
}

/** Those who may check a case: neither handled nor dispatched it, at its desk or a grid that contains the place. */
export async function verifiersOf(trx: Trx, found: Case, at: Instant): Promise<readonly string[]> {
  const holders = await personsWith(trx, found.county, 'case.verify', found.homeDesk, at);
  return holders
    .filter(({ area, person }) => checksHere(found, area) && !found.handlers.includes(person))
    .map(({ person }) => person);
}

const exactly = (area: string, holders: readonly { readonly person: string; readonly area: string }[]) =>
  holders.filter((holder) => holder.area === area).map(({ person }) => person);

const minuteMs = 60_000;

/** Looks each body up once a minute of the news: a post or a turn that changes within it shows with the next. */
export function onceEach(trx: Trx, county: string): (body: Body, at: Instant) => Promise<readonly string[]> {
  const known = new Map<string, Promise<readonly string[]>>();
  return (body, at) => {
    const key = `${bodyKey(body)} ${Math.floor(at / minuteMs)}`;
    const found = known.get(key) ?? personsOf(trx, county, body, at);
    known.set(key, found);
    return found;
  };
}
