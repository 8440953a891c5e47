import type { Actor } from '@gezhi/domain/access/index';
import type { Database, Scope, Trx } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { OpenWork } from './open-work.ts';

/** Somebody of the staff who asks. */
export type Staff = Extract<Actor, { kind: 'staff' }>;

/**
 * Runs a creating use case in its transaction: `Call.once` of a route, which records the answer under the
 * Idempotency-Key, or plainly the database's.
 */
export type Run = <T>(scope: Scope, work: (trx: Trx) => Promise<T | Refusal>) => Promise<T | Refusal>;

/** Told once a change is committed, so that what is remembered of it is forgotten. */
export interface Changed {
  /** Posts of this person began or ended. */
  rights(county: string, person: string): void;
  /** A body or person was added or renamed. */
  names(): void;
}

/** What the use cases of people need. */
export interface PeopleDeps {
  readonly db: Database;
  /** The program's clock, epoch ms. */
  readonly clock: { now(): number };
  readonly keys: Keys;
  readonly changed: Changed;
  /** Whether an area of this code stands; from memory. */
  readonly isArea: (code: string) => boolean;
}

/** What ending a body or a post asks of others. */
export interface EndingDeps extends PeopleDeps {
  readonly openWork: OpenWork;
}

/** Refuses a code where no area stands. */
export function refuseArea(deps: Pick<PeopleDeps, 'isArea'>, area: string | undefined): Refusal | undefined {
  if (area === undefined || deps.isArea(area)) return undefined;
  return refuse('area.unknown', {
    params: { area },
    errors: [{ path: 'area', code: 'area.unknown', params: { area } }],
  });
}

/** An instant (epoch ms) as the database takes it. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}
