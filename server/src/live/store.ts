import { insertRows, notifyAfterCommit, type Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import type { LiveEvent, PlacedEvent } from './event.ts';

/** Channel on which processes tell each other that there is something to read. */
export const liveChannel = 'gezhi_live';

/** Puts events into the live stream, in the transaction of what they tell of. */
export async function appendLive(trx: Trx, ...events: readonly LiveEvent[]): Promise<void> {
  if (events.length === 0) return;
  // Real time, also where the program's clock is set: it is only for keeping and forgetting.
  const at = new Date().toISOString();
  const rows = events.map(({ county, kind, ref, area, orgs, person, data }) => ({
    county,
    id: newId(),
    kind,
    ref,
    area: area ?? null,
    orgs: [...(orgs ?? [])],
    person: person ?? null,
    data: JSON.stringify(data ?? {}),
    at,
  }));
  await insertRows(trx, 'live_event', rows);
  notifyAfterCommit(trx, liveChannel);
}

const columns = ['county', 'position', 'id', 'kind', 'ref', 'area', 'orgs', 'person', 'data'] as const;

interface Row extends Omit<PlacedEvent, 'area' | 'person'> {
  readonly area: string | null;
  readonly person: string | null;
}

function placed(row: Row): PlacedEvent {
  return { ...row, area: row.area ?? undefined, person: row.person ?? undefined };
}

/** Events after a position, and those of the positions named that have been committed since. */
export async function readAfter(
  trx: Trx,
  position: number,
  missing: readonly number[],
  limit: number,
): Promise<PlacedEvent[]> {
  const rows = await trx
    .selectFrom('live_event')
    .select(columns)
    .where((where) =>
      where.or([where('position', '>', position), ...(missing.length === 0 ? [] : [where('position', 'in', missing)])]),
    )
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(placed);
}

/** The newest position recorded before a real time; 0 where there is none. */
export async function positionBefore(trx: Trx, realMs: number): Promise<number> {
  const row = await trx
    .selectFrom('live_event')
    .select((select) => select.fn.max('position').as('position'))
    .where('at', '<', new Date(realMs).toISOString())
    .executeTakeFirst();
  return row?.position ?? 0;
}

/** The oldest position kept; undefined when there is none. */
export async function oldestPosition(trx: Trx): Promise<number | undefined> {
  const row = await trx.selectFrom('live_event').select('position').orderBy('position').limit(1).executeTakeFirst();
  return row?.position;
}

/** Forgets what is older than a real time: a reader away for so long reads everything anew. */
export async function forgetBefore(trx: Trx, realMs: number): Promise<void> {
  await trx.deleteFrom('live_event').where('at', '<', new Date(realMs).toISOString()).execute();
}
