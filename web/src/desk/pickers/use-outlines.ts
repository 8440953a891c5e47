import { placeRoutes } from '@gezhi/contract/places/index';
import { useMemo } from 'react';
import { useAnswer } from '../../api/query.ts';
import type { Outline } from '../../ui/map/index.tsx';

/** Kinds that fit one map: the streets of a county, the communities of a street, the grids of a community. */
function kindsUnder(code: string): string {
  if (code.length <= 6) return 'street,community';
  return code.length <= 9 ? 'community,grid,exclusive-grid' : 'grid,exclusive-grid';
}

/** The outlines of the areas under one, for the map. `chosen` is drawn stronger. */
export function useOutlines(under: string | undefined, chosen?: string): readonly Outline[] {
  const answer = useAnswer(
    placeRoutes.map,
    { query: { under: under ?? '', kinds: kindsUnder(under ?? '') } },
    { enabled: under !== undefined },
  );
  const features = answer.data?.value.features;
  return useMemo(
    () =>
      (features ?? []).flatMap(({ properties, geometry }): Outline[] => {
        if (geometry?.type !== 'MultiPolygon' || properties.code === undefined) return [];
        const tone = properties.code === chosen ? ('chosen' as const) : undefined;
        return [{ code: properties.code, name: properties.name, geometry, tone }];
      }),
    [features, chosen],
  );
}
