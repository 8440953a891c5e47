import { type Actor, mayIn } from '@gezhi/domain/access/index';
import type { AreaKind, CodeScheme } from '@gezhi/domain/places/index';
import type { Config } from '../config/index.ts';
import type { Database, Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import type { Keys } from '../keys/index.ts';
import type { Places } from './places.ts';

/** How the tree of a county is built: rules with versions. */
export interface AreaRules {
  readonly scheme: CodeScheme;
  readonly kinds: readonly AreaKind[];
}

/** Who looks after an area, as its label says. */
export interface Chief {
  readonly name: string;
  /** The duty phone, in clear: it is printed. */
  readonly phone?: string | undefined;
}

/** What the use cases of places need. */
export interface PlacesDeps {
  readonly db: Database;
  /** The program's clock, epoch ms. */
  readonly clock: { now(): number };
  readonly keys: Keys;
  readonly newId: () => string;
  readonly config: Pick<Config, 'publicUrl' | 'defaultCounty'>;
  readonly places: Places;
  /** The rules in force at an instant (epoch ms). */
  readonly areaRulesOf: (trx: Trx, county: string, now: number) => Promise<AreaRules>;
  readonly chiefOf: (trx: Trx, county: string, area: string, now: number) => Promise<Chief | undefined>;
}

/** Somebody of the staff who asks. */
export type Staff = Extract<Actor, { kind: 'staff' }>;

/** The actor of a route that admits staff only. @throws Error when it was not admitted. */
export function staffOf(actor: Actor): Staff {
  if (actor.kind !== 'staff') throw new Error('the route admits staff only');
  return actor;
}

/** Whether the actor keeps the area. The program itself (the first administrator, imports) keeps all of its county. */
export function keeps(actor: Actor, area: string): boolean {
  return actor.kind === 'system' ? area.startsWith(actor.county) : mayIn(actor, 'place.edit', area);
}

/** Whoever changes places: staff, or the program itself. */
export type Keeper = Extract<Actor, { kind: 'staff' | 'system' }>;

/** An instant (epoch ms) as the database takes it. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** What the routes of places need. */
export type ServedDeps = Pick<Deps, 'db' | 'clock' | 'keys' | 'config' | 'log' | 'newId'> &
  Pick<PlacesDeps, 'places' | 'areaRulesOf' | 'chiefOf'>;
