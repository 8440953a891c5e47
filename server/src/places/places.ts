import { type Area, countyOf, locate, type Located, type Position } from '@gezhi/domain/places/index';
import { type ProgramClock, repeat } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import type { Log } from '../log/log.ts';
import { changedMemory, type CountyMemory, emptyMemory, memoryAt } from './county-memory.ts';
import { readChanges, readVersions } from './memory-store.ts';

/**
 * The places of every county in memory. Whoever changed places calls `refresh` before answering; other server
 * processes hear of it at once or see it within a second.
 */
export interface Places {
  /** The areas that hold a point, or undefined where no place served does. */
  locate(point: Position): Located | undefined;
  /** An area by code, retired ones too. */
  find(code: string): Area | undefined;
  /** An area with those above it, the county first; empty for an unknown code. */
  chainOf(code: string): readonly Area[];
  /** Every area of a county by code, retired ones too: the same map until something changes. */
  areasOf(county: string): ReadonlyMap<string, Area>;
  /** The counties served, in code order. */
  served(): readonly { readonly county: string; readonly name: string }[];
  /** Reads what changed in a county. Not inside a transaction. */
  refresh(county: string): Promise<void>;
  stop(): Promise<void>;
}

const channel = 'gezhi_places';
const none: ReadonlyMap<string, Area> = new Map();
/** Where NOTIFY does not reach, or a date comes, other processes look this often. */
const lookEveryMs = 1_000;

/** Reads the places of every county and keeps them up to date. */
export async function openPlaces(deps: {
  readonly db: Database;
  readonly clock: Pick<ProgramClock, 'now' | 'onSet'>;
  readonly log: Log;
}): Promise<Places> {
  const { db, clock, log } = deps;
  const counties = new Map<string, CountyMemory>();
  let turn: Promise<void> = Promise.resolve();

  async function load(county: string): Promise<void> {
    const known = counties.get(county) ?? emptyMemory();
    const changes = await db.transaction({ county, system: true }, (trx) => readChanges(trx, county, known.version));
    if (changes.version > known.version) counties.set(county, changedMemory(known, changes, clock.now()));
  }

  /** One reader at a time, so that an older reading never replaces a newer one. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  }

  function keepDates(): void {
    const now = clock.now();
    for (const [county, memory] of counties) counties.set(county, memoryAt(memory, now));
  }

  async function look(): Promise<void> {
    const versions = await db.transaction({ county: '*', system: true }, readVersions);
    for (const { county, version } of versions) {
      if (version > (counties.get(county)?.version ?? 0)) await load(county);
    }
    keepDates();
  }

  await inTurn(look);
  const looking = repeat('places', lookEveryMs, () => inTurn(look), log);
  const stopHearing = await db.listen(channel, () => void looking.now());
  clock.onSet(() => {
    keepDates();
    return Promise.resolve();
  });

  const find = (code: string): Area | undefined => counties.get(countyOf(code) ?? '')?.areas.get(code);
  return {
    locate: (point) => locateAmong([...counties.values()], point),
    find,
    chainOf: (code) => (find(code) === undefined ? [] : stepsOf(code).flatMap((step) => find(step) ?? [])),
    areasOf: (county) => counties.get(county)?.areas ?? none,
    served: () => servedBy(counties, clock.now()),
    refresh: async (county) => {
      await inTurn(() => load(county));
      await db.notify(channel);
    },
    stop: async () => {
      await stopHearing();
      await looking.stop();
      await turn;
    },
  };
}

/** The deepest area wins, on the border of two counties the lowest code. */
function locateAmong(counties: readonly CountyMemory[], point: Position): Located | undefined {
  let best: Located | undefined;
  for (const { index } of counties) {
    const found = locate(index, point);
    if (found === undefined) continue;
    if (best === undefined || isBefore(found.smallest, best.smallest)) best = found;
  }
  return best;
}

function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length > b.length;
}

function servedBy(counties: ReadonlyMap<string, CountyMemory>, now: number): { county: string; name: string }[] {
  return [...counties]
    .flatMap(([county, { areas }]) => {
      const root = areas.get(county);
      const live = root !== undefined && root.validFrom <= now && now < (root.retiredAt ?? Infinity);
      return live ? [{ county, name: root.name }] : [];
    })
    .sort((a, b) => (a.county < b.county ? -1 : 1));
}

/** Beginnings of a code from the county on; those that are no areas are left out by whoever looks them up. */
function stepsOf(code: string): string[] {
  return Array.from({ length: code.length - 5 }, (_, i) => code.slice(0, 6 + i));
}
