import { lazy, Suspense } from 'react';
import { Loading } from '../states.tsx';
import type { AreaMapProps } from './area-map.tsx';

export type { Box, LonLat, MapView, Mark, Outline } from './features.ts';
export type { AreaMapProps } from './area-map.tsx';

const Lazy = lazy(() => import('./area-map.tsx').then((module) => ({ default: module.AreaMap })));

/** The map, fetched only when a page shows one (it is as large as everything else together). */
export function AreaMap(props: AreaMapProps) {
  return (
    <Suspense fallback={<Loading rows={6} />}>
      <Lazy {...props} />
    </Suspense>
  );
}
