import type { MapWords } from '../ui/map/map-words.ts';

/** What the part for choosing a place says; the server writes it into the page. */
export interface PlaceWords {
  readonly gps: string;
  readonly map: string;
  readonly controls: MapWords;
  readonly mapClose: string;
  readonly mapBroken: string;
  readonly here: string;
  readonly near: string;
  readonly other: string;
  readonly denied: string;
  readonly busy: string;
  readonly none: string;
  readonly unserved: string;
  readonly choose: string;
  readonly search: string;
  /** With `{name}`. */
  readonly chosen: string;
}
