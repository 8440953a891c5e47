import { placeRoutes } from '@gezhi/contract/places/index';
import { useMemo } from 'react';
import { useAnswer } from '../../api/query.ts';
import type { Outline } from '../../ui/map/index.tsx';
import { useOwnAreas } from '../app/session.tsx';

/** What fits one map: the communities of a county or street, the grids of a community, the buildings of a grid. */
function kindsUnder(code: string): string {
  if (code.length <= 9) return 'community,grid,exclusive-grid';
  return code.length <= 12 ? 'grid,exclusive-grid' : 'grid,exclusive-grid,microgrid';
}

/** What is asked for them; also what is read ahead for the way. */
export const outlinesQuery = (under: string) => ({ query: { under, kinds: kindsUnder(under) } });

/** Outlines of the areas in and under one's own; of the first, where posts are in several. */
export function useOutlines(): readonly Outline[] {
  const [under = ''] = useOwnAreas();
  const answer = useAnswer(placeRoutes.map, outlinesQuery(under), { enabled: under !== '' });
  const features = answer.data?.value.features;
  return useMemo(
    () =>
      (features ?? []).flatMap(({ properties, geometry }): Outline[] =>
        geometry?.type === 'MultiPolygon' && properties.code !== undefined
          ? [{ code: properties.code, name: properties.name, geometry }]
          : [],
      ),
    [features],
  );
}
