import type { PlaceHit } from '@gezhi/contract/places/index';
import type { EverydayCategory } from '@gezhi/domain/rules/index';
import type { GridWorker } from './grid-worker.ts';
import type { Mistakes } from './pieces.ts';
import type { ReportValues } from './report-values.ts';

/** An area by code and name. */
export interface Desk {
  readonly code: string;
  readonly name: string;
}

/** What the report form shows. */
export interface ReportForm {
  /** Where it posts to: `/r`, or `/r/<area code>` from a label. */
  readonly action: string;
  readonly values: ReportValues;
  /** Said over the form before anything was sent: the code of the label leads nowhere. */
  readonly note: string | undefined;
  readonly mistakes: Mistakes;
  readonly everyday: readonly EverydayCategory[];
  /** Who looks after the place of the label. */
  readonly workers: readonly GridWorker[];
  /** Name of the place of the label it came by. */
  readonly label: string | undefined;
  /** Names of the areas around the point chosen. */
  readonly nearby: string | undefined;
  /** What the search for a place found; undefined where nothing was searched. */
  readonly hits: readonly PlaceHit[] | undefined;
  /** Desks over the place, the lowest first: whom a complaint may be about. */
  readonly desks: readonly Desk[];
  /** County whose map and photos these are. */
  readonly county: string | undefined;
}
