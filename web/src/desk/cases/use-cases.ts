import { caseRoutes } from '@gezhi/contract/cases/index';
import { useAnswer } from '../../api/query.ts';
import { filtersOf } from './search.ts';
import type { CasesSearch } from './search.ts';

/** The cases of the list as points. */
export function useCaseMap(search: CasesSearch) {
  return useAnswer(caseRoutes.map, { query: filtersOf(search) });
}
