import type { Deps } from '../deps.ts';
import type { KeepPhoto } from '../files/keep-photo.ts';
import type { Places } from '../places/index.ts';
import type { DrawingDeps } from './page.ts';

/** What the residents' pages work with besides the API. */
export interface ResidentDeps extends Pick<Deps, 'db' | 'clock' | 'config' | 'keys' | 'log' | 'newId'> {
  readonly places: Pick<Places, 'find' | 'chainOf' | 'locate' | 'served'>;
  readonly keepPhoto: KeepPhoto;
}

/** The same while the server runs, with the addresses of script and styles. */
export type PageDeps = ResidentDeps & DrawingDeps;
