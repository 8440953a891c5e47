import { placeRoutes } from '@gezhi/contract/places/index';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keyOf, read } from '../../api/query.ts';
import type { MapView, Outline } from '../../ui/map/index.tsx';
import { useOutlines } from './use-outlines.ts';
import { wantedInView } from './wanted-in-view.ts';

/**
 * The outlines under an area, and from near also what lies below the smallest of them where one looks: the grids of the
 * communities on the screen, then their microgrids. A county of many thousand grids never comes whole.
 */
export function useOutlinesInView(
  under: string | undefined,
  chosen: string | undefined,
  view: MapView | undefined,
): readonly Outline[] {
  const wide = useOutlines(under, chosen);
  const near = useBelow(wide, view, { from: 14, kinds: 'grid,exclusive-grid' });
  const nearest = useBelow(near, view, { from: 16.5, kinds: 'microgrid' });
  return useMemo(() => {
    const known = new Set(wide.map(({ code }) => code));
    return [...wide, ...[...near, ...nearest].filter(({ code }) => !known.has(code))];
  }, [wide, near, nearest]);
}

const none: readonly Outline[] = [];

function useBelow(
  outlines: readonly Outline[],
  view: MapView | undefined,
  wish: { readonly from: number; readonly kinds: string },
): readonly Outline[] {
  const codes = view === undefined || view.zoom < wish.from ? [] : wantedInView(outlines, view.box);
  return useQueries({
    queries: codes.map((code) => {
      const input = { query: { under: code, kinds: wish.kinds } };
      return {
        queryKey: keyOf(placeRoutes.map, input),
        queryFn: () => read(placeRoutes.map, input),
        staleTime: 300_000,
      };
    }),
    combine: joined,
  });
}

type Answers = readonly { readonly data?: Awaited<ReturnType<typeof read<typeof placeRoutes.map>>> | undefined }[];

function joined(answers: Answers): readonly Outline[] {
  if (answers.length === 0) return none;
  return answers.flatMap(({ data }) =>
    (data?.value.features ?? []).flatMap(({ properties: { code, name }, geometry }): Outline[] =>
      geometry?.type === 'MultiPolygon' && code !== undefined ? [{ code, name, geometry }] : [],
    ),
  );
}
