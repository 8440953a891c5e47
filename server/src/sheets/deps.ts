import type { Actor } from '@gezhi/domain/access/index';
import type { Deps } from '../deps.ts';
import type { Blobs } from '../files/blobs.ts';
import type { SheetKind } from './kind.ts';

/** Somebody of the staff who asks. */
export type Staff = Extract<Actor, { kind: 'staff' }>;

/** What sheets need. */
export interface SheetDeps extends Pick<Deps, 'db' | 'clock' | 'keys' | 'config' | 'log' | 'newId' | 'jobs'> {
  /** Somebody with the rights their posts give now: work in the background is done with no more than those. */
  readonly staffOf: (county: string, person: string) => Promise<Staff | undefined>;
}

/** What the work itself needs besides. */
export interface WorkDeps extends SheetDeps {
  readonly blobs: Blobs;
  readonly kinds: ReadonlyMap<string, SheetKind>;
}

/** Thrown out of work under way when somebody cancelled it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** How work tells how far it is, and hears that it shall stop. */
export interface Control {
  /** @throws Cancelled when it shall stop */
  progress(rows: number, percent: number): void;
}
