import type { Client } from '../client.ts';
import type { Dice } from './dice.ts';
import type { Staff } from './staff.ts';

/** A case as the day knows it. */
export interface KnownCase {
  readonly id: string;
  readonly number: string;
  /** Only of what a resident filed: staff have no code, and a part of a split case has the code of nobody. */
  readonly followCode?: string;
  readonly point?: readonly [longitude: number, latitude: number];
  readonly category?: string;
}

/** What goes on in the day, and what was counted of it. */
export interface Town {
  readonly url: string;
  readonly dice: Dice;
  readonly staff: Staff;
  readonly residents: readonly { readonly client: Client; readonly phone: string }[];
  readonly cases: KnownCase[];
  /** How often each thing was done, by name: `accept`, `report by hotline`, `me too`. */
  readonly done: Map<string, number>;
  /** What was refused though it had been offered, or failed. */
  readonly wrong: string[];
  /** The program's time, in milliseconds. */
  now: number;
}

export function count(town: Town, what: string): void {
  town.done.set(what, (town.done.get(what) ?? 0) + 1);
}
