import { postsByRole, type RuleStanding, standingOf } from '@gezhi/domain/people/index';
import type { Database } from '../database/index.ts';
import { readCut, type RuleCut } from '../rules/index.ts';
import { iso } from './deps.ts';
import { nextTurn, readStaffedPosts, readStaffingBodies } from './staffing-store.ts';

/** An area as staffing counts and names it. */
export interface BoardArea {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly validFrom: number;
  readonly retiredAt?: number | undefined;
}

/** How a county is staffed at an instant. */
export interface CountyStaffing {
  readonly at: number;
  readonly standings: readonly RuleStanding[];
  readonly areas: ReadonlyMap<string, BoardArea>;
  /** Names of organisations and zones by id. */
  readonly names: ReadonlyMap<string, string>;
}

interface Held extends CountyStaffing {
  /** Until when (program's clock) nothing begins or ends by itself. */
  readonly until: number;
  readonly cut: RuleCut;
  /** Real time at which it was reckoned. */
  readonly reckoned: number;
}

/** The staffing of every county, reckoned once and kept until something changes. */
export interface StaffingBoard {
  /** @throws Error inside a transaction. Undefined for a county without rules. */
  of(county: string): Promise<CountyStaffing | undefined>;
  /** Told once a change is committed here; other processes tell on their channels. */
  forget(): void;
  close(): Promise<void>;
}

export interface BoardDeps {
  readonly db: Database;
  readonly clock: { now(): number };
  /** Every area of a county by code, retired ones too: the same map until something changes. */
  readonly areasOf: (county: string) => ReadonlyMap<string, BoardArea>;
}

// A notice may be lost with its connection: then it is reckoned again after this long.
const oldestMs = 30_000;

function standing(area: BoardArea, now: number): boolean {
  return area.validFrom <= now && now < (area.retiredAt ?? Infinity);
}

async function reckon({ db, clock, areasOf }: BoardDeps, county: string, cut: RuleCut): Promise<Held> {
  const at = clock.now();
  const areas = areasOf(county);
  const rules = cut.staffing.body.rows;
  const roles = [...new Set(rules.flatMap(({ needs }) => needs.flatMap((need) => need.roles)))];
  const { bodies, posts, turn } = await db.transaction({ county, system: true }, async (trx) => ({
    bodies: await readStaffingBodies(trx, county),
    posts: postsByRole(await readStaffedPosts(trx, county, roles, iso(at))),
    turn: await nextTurn(trx, county, iso(at)),
  }));
  const live = [...areas.values()].filter((area) => standing(area, at));
  const places = { areas: live, organisations: bodies.organisations, zones: bodies.zones };
  return {
    at,
    until: turn === undefined ? Infinity : Date.parse(turn),
    reckoned: performance.now(),
    cut,
    areas,
    standings: rules.map((rule) => standingOf(rule, places, posts)),
    names: new Map([...bodies.organisations, ...bodies.zones].map(({ id, name }) => [id, name])),
  };
}

/** Opens the board over the database. */
export function openBoard(deps: BoardDeps): StaffingBoard {
  const { db, clock, areasOf } = deps;
  const held = new Map<string, Promise<Held>>();
  const forget = (): void => held.clear();
  const stops = ['gezhi_rights', 'gezhi_directory'].map((channel) => db.listen(channel, forget));
  // Being told is only the quick way.
  for (const stop of stops) stop.catch(() => undefined);

  function fits(known: Held, county: string, cut: RuleCut): boolean {
    const now = clock.now();
    return (
      known.cut === cut &&
      known.areas === areasOf(county) &&
      known.at <= now &&
      now < known.until &&
      performance.now() - known.reckoned < oldestMs
    );
  }

  return {
    of: async (county) => {
      const cut = await readCut(db, county, clock.now());
      if (cut === undefined) return undefined;
      const known = held.get(county);
      if (known !== undefined) {
        const found = await known.catch(() => undefined);
        if (found !== undefined && fits(found, county, cut)) return found;
        if (held.get(county) !== known) return held.get(county);
      }
      const fresh = reckon(deps, county, cut);
      held.set(county, fresh);
      // A failed reckoning is not kept.
      fresh.catch(() => held.delete(county));
      return fresh;
    },
    forget,
    close: async () => {
      for (const stop of stops) await (await stop)();
    },
  };
}
