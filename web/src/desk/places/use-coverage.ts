import { areaRoutes } from '@gezhi/contract/places/index';
import { useAnswer } from '../../api/query.ts';

/** The coverage check of an area; made only when asked for, because it compares every border. */
export function useCoverage(code: string, asked: boolean) {
  return useAnswer(areaRoutes.checkCoverage, { params: { code } }, { enabled: asked });
}
