import { sheetRoutes, type SheetRunState } from '@gezhi/contract/sheets/index';
import { useQuery } from '@tanstack/react-query';
import { keyOf, read } from '../../api/query.ts';

const everyMs = 700;

/** Whether the program is at work on an import. */
export function isBusy(state: SheetRunState | undefined): boolean {
  return state === 'checking' || state === 'writing';
}

/** An import as it stands, asked again while work on it goes on. */
export function useRun(id: string) {
  const input = { params: { id } };
  return useQuery({
    queryKey: keyOf(sheetRoutes.getRun, input),
    queryFn: () => read(sheetRoutes.getRun, input),
    refetchInterval: ({ state }) => (isBusy(state.data?.value.state) ? everyMs : false),
  });
}
