import type { Client } from '../client.ts';
import type { Division } from './on-counties.ts';

/** A place of the published reports, to be built through the API and counted through it. */
export interface World {
  readonly counties: readonly string[];
  /** Streets and villages to begin with. */
  readonly divisions: readonly Division[];
  /** Puts everything in; `admins` by county. */
  readonly build: (admins: ReadonlyMap<string, Client>, say: (line: string) => void) => Promise<void>;
  /** The keys of the report, each counted from what the API answers. */
  readonly count: (admins: ReadonlyMap<string, Client>) => Promise<Readonly<Record<string, unknown>>>;
}
