import type { Desk } from '@gezhi/domain/cases/index';
import { type Area, type AreaKind, findKind } from '@gezhi/domain/places/index';
import type { Places } from '../places/index.ts';
import type { PlaceFinder } from './deps.ts';

/** Level of a desk by the kind of its area: the county's own, large (街道) or medium (社区). */
function levelOf(area: Area, kind: AreaKind): Desk['level'] {
  if (area.code.length === 6) return 'county';
  return kind.size === 'large' ? 'street' : 'community';
}

const kept = new WeakMap<
  ReadonlyMap<string, Area>,
  { readonly kinds: readonly AreaKind[]; readonly desks: readonly Desk[] }
>();

/** The desks of a county: its live areas whose kind has one. Made once for each state of the tree. */
function desksOf(areas: ReadonlyMap<string, Area>, kinds: readonly AreaKind[]): readonly Desk[] {
  const known = kept.get(areas);
  if (known?.kinds === kinds) return known.desks;
  const desks = [...areas.values()].flatMap((area) => {
    const kind = findKind(kinds, area.kind);
    return kind?.desk === true && area.retiredAt === undefined ? [{ area: area.code, level: levelOf(area, kind) }] : [];
  });
  kept.set(areas, { kinds, desks });
  return desks;
}

/** Places as cases ask for them. */
export function placeFinder(places: Places, landmark: PlaceFinder['landmark']): PlaceFinder {
  return {
    locate: (point) => places.locate(point),
    area: (code) => places.find(code),
    chain: (code) => places.chainOf(code).map((area) => area.code),
    desks: (county, kinds) => desksOf(places.areasOf(county), kinds),
    served: () =>
      places.served().flatMap(({ county, name }) => {
        const area = places.find(county);
        return [{ code: county, name, kind: area?.kind ?? 'county' }];
      }),
    landmark,
  };
}
