import { type Actor, mayIn, type Permission } from '@gezhi/domain/access/index';
import { sql } from 'kysely';
import { type Database, type Scope, scopeOf, type Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import type { Keys } from '../keys/index.ts';
import { staffOf } from '../people/index.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Somebody of the staff who asks. */
export type Staff = Extract<Actor, { kind: 'staff' }>;

/** Runs a creating use case in its transaction: `Call.once` of a route, or plainly the database's. */
export type Run = <T>(scope: Scope, work: (trx: Trx) => Promise<T | Refusal>) => Promise<T | Refusal>;

/** What the use cases of registers need. */
export interface RegisterDeps {
  readonly db: Database;
  /** The program's clock, epoch ms. */
  readonly clock: { now(): number };
  readonly keys: Keys;
  /** Whether an area of this code stands; from memory. */
  readonly isArea: (code: string) => boolean;
  /** Names of an area and of those above it, the county first; from memory. */
  readonly namesOf: (code: string) => readonly { readonly code: string; readonly name: string }[];
}

/** What their routes need. */
export type ServedDeps = RegisterDeps & Pick<Deps, 'config' | 'log' | 'clock'>;

/** An instant (epoch ms) as the database takes it. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** Regular expression of the areas where the actor has a right; `''` where nowhere. */
function patternOf(actor: Actor, permission: Permission): string {
  if (actor.kind !== 'staff') return '';
  const areas = actor.posts.flatMap((post) =>
    post.area !== undefined && post.permissions.includes(permission) ? [post.area] : [],
  );
  return areas.length === 0 ? '' : `^(${[...new Set(areas)].join('|')})`;
}

/**
 * Opens to this transaction what a post's area alone does not: confidential entries where the actor edits people, records
 * of care where the actor has the right to them.
 */
export async function openFor(trx: Trx, actor: Actor): Promise<void> {
  const confidential = patternOf(actor, 'people.edit');
  const care = patternOf(actor, 'care.read');
  if (confidential === '' && care === '') return;
  await sql`select open_registers(${confidential}, ${care})`.execute(trx);
}

/** A reading transaction of the actor, with what is open to them. */
export function reading<T>(
  deps: Pick<RegisterDeps, 'db'>,
  actor: Actor,
  work: (trx: Trx, staff: Staff) => Promise<T>,
): Promise<T> {
  const staff = staffOf(actor);
  return deps.db.transaction(scopeOf(staff, staff.county), async (trx) => {
    await openFor(trx, staff);
    return work(trx, staff);
  });
}

/** A changing transaction that leaves no key: what is sent twice is the same the second time, or names its version. */
export const plainly =
  (deps: Pick<RegisterDeps, 'db'>): Run =>
  (scope, work) =>
    deps.db.transaction(scope, work);

/** A changing transaction of the actor, with what is open to them. */
export function changing<T>(
  run: Run,
  actor: Actor,
  work: (trx: Trx, staff: Staff) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const staff = staffOf(actor);
  return run(scopeOf(staff, staff.county), async (trx) => {
    await openFor(trx, staff);
    return work(trx, staff);
  });
}

/** Refuses a code where no area stands. */
export function refuseArea(
  deps: Pick<RegisterDeps, 'isArea'>,
  area: string | null | undefined,
  path = 'area',
): Refusal | undefined {
  if (area == null || deps.isArea(area)) return undefined;
  return refuse('area.unknown', { params: { area }, errors: [{ path, code: 'area.unknown', params: { area } }] });
}

/** Refuses whoever lacks the right in one of the areas. */
export function refuseRight(
  actor: Actor,
  permission: Permission,
  areas: readonly (string | null | undefined)[],
): Refusal | undefined {
  return areas.every((area) => area == null || mayIn(actor, permission, area))
    ? undefined
    : refuse('register.forbidden');
}
