import { countyOf } from './codes.ts';
import type { Position } from './geojson.ts';
import { chainAt, type PlaceIndex } from './place-index.ts';

/** Where a point lies. */
export interface Located {
  /** Codes from the county down to the smallest area that holds the point. */
  readonly chain: readonly string[];
  /** The county: whose data this is. */
  readonly county: string;
  readonly smallest: string;
}

/** The areas that hold a point, or undefined when no served county does. */
export function locate(index: PlaceIndex, point: Position): Located | undefined {
  const chain = chainAt(index, point)?.filter((code) => countyOf(code) !== undefined);
  const smallest = chain?.at(-1);
  const county = smallest === undefined ? undefined : countyOf(smallest);
  if (chain === undefined || smallest === undefined || county === undefined) return undefined;
  return { chain, county, smallest };
}
