import type { areaRoutes } from '@gezhi/contract/places/index';
import type { AnswerOf } from '@gezhi/contract/route';
import type { Outline } from '../../ui/map/index.tsx';

type Fault = AnswerOf<typeof areaRoutes.checkCoverage>['faults'][number];

/** Faults of coverage as shapes for the map: overlaps in one tone, everything missing or broken in the other. */
export function faultOutlines(faults: readonly Fault[]): readonly Outline[] {
  return faults.flatMap((fault, index): Outline[] => {
    if (fault.geometry?.type !== 'MultiPolygon') return [];
    const tone = fault.kind === 'overlap' ? 'overlap' : 'gap';
    return [{ code: `fault-${index}`, name: '', geometry: fault.geometry, tone }];
  });
}
