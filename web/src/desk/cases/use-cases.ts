import { caseRoutes } from '@gezhi/contract/cases/index';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { read, useAnswer } from '../../api/query.ts';
import { filtersOf } from './search.ts';
import type { CasesSearch } from './search.ts';

const PAGE = 100;

/** The list that the address asks for, page by page. The first page says how many there are in all. */
export function useCaseList(search: CasesSearch) {
  const query = { ...filtersOf(search), sort: search.sort ?? ('due' as const), limit: PAGE };
  return useInfiniteQuery({
    queryKey: [caseRoutes.list.name, query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      read(caseRoutes.list, { query: pageParam === undefined ? query : { ...query, cursor: pageParam }, signal }),
    getNextPageParam: (last) => last.value.next,
    placeholderData: keepPreviousData,
  });
}

/** The same cases as points. */
export function useCaseMap(search: CasesSearch) {
  return useAnswer(caseRoutes.map, { query: filtersOf(search) });
}
