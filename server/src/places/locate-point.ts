import { convertPoint, type CoordinateSystem, type Position } from '@gezhi/domain/places/index';
import { refuse, type Refusal } from '../refusal.ts';
import { nameOf } from './area-row.ts';
import type { PlacesDeps } from './deps.ts';

/** The areas that hold a point as the API answers: where it is, or which places are served instead. */
export function locatePoint({ places }: Pick<PlacesDeps, 'places'>, point: Position, crs: CoordinateSystem) {
  const found = places.locate(convertPoint(point, crs, 'WGS84'));
  if (found === undefined) {
    return { served: false, chain: [], places: places.served().map(({ name }) => name) };
  }
  const chain = found.chain.flatMap((code) => {
    const area = places.find(code);
    return area === undefined ? [] : [nameOf(area)];
  });
  return { served: true, county: found.county, chain, places: [] };
}

/**
 * The county meant by somebody who is not signed in: the one said, that of an area said, the default, or the only one.
 */
export function countyMeant(
  deps: Pick<PlacesDeps, 'places' | 'config'>,
  said: { readonly county?: string | undefined; readonly area?: string | undefined },
): string | Refusal {
  const served = deps.places.served();
  const county =
    said.county ??
    (said.area !== undefined && said.area.length >= 6 ? said.area.slice(0, 6) : undefined) ??
    deps.config.defaultCounty ??
    (served.length === 1 ? served[0]?.county : undefined);
  return county ?? refuse('place.county.unknown');
}
