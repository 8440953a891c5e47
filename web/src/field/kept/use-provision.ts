import { caseRoutes } from '@gezhi/contract/cases/index';
import { noticeRoutes } from '@gezhi/contract/notices/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import type { PersonRow } from '@gezhi/contract/people/index';
import { areaRoutes, placeRoutes } from '@gezhi/contract/places/index';
import type { Route } from '@gezhi/contract/route';
import { ruleRoutes } from '@gezhi/contract/rules/index';
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { InputOf } from '../../api/call.ts';
import { keyOf, read } from '../../api/query.ts';
import type { Read } from '../../api/query.ts';
import { useOwnAreas } from '../app/session.tsx';
import { outlinesQuery } from '../map/use-outlines.ts';
import { namesAsked } from '../people/use-places-served.ts';

/** What was read within this time is fresh enough to go out with. */
const freshMs = 10 * 60_000;
const roster = { query: { limit: 100 } };
/** The page has the line first. */
const settleMs = 3000;

/** Reads ahead what is wanted where there is no line: my work in full, my area, my people, the lists of choices. */
export function useProvision(): void {
  const client = useQueryClient();
  const [under = ''] = useOwnAreas();
  useEffect(() => {
    let gone = false;
    const provide = () => {
      if (!gone && navigator.onLine) void readAhead(client, under, () => gone);
    };
    const timer = setTimeout(provide, settleMs);
    addEventListener('online', provide);
    return () => {
      gone = true;
      clearTimeout(timer);
      removeEventListener('online', provide);
    };
  }, [client, under]);
}

async function readAhead(client: QueryClient, under: string, isGone: () => boolean): Promise<void> {
  const ahead = <R extends Route>(route: R, input: InputOf<R>) =>
    client.prefetchQuery({
      queryKey: keyOf(route, input),
      queryFn: () => read(route, input),
      staleTime: freshMs,
      retry: false,
    });
  await ahead(ruleRoutes.categories, { query: {} });
  await ahead(ruleRoutes.inForce, { params: { kind: 'roles' }, query: {} });
  await ahead(ruleRoutes.inForce, { params: { kind: 'summonsKinds' }, query: {} });
  const mine = await read(caseRoutes.list, { query: { open: 'true', mine: 'true', sort: 'due', limit: 50 } }).catch(
    () => undefined,
  );
  for (const { id } of mine?.value.rows ?? []) {
    if (isGone()) return;
    await ahead(caseRoutes.get, { params: { id } });
  }
  await ahead(placeRoutes.map, outlinesQuery(under));
  await ahead(caseRoutes.map, { query: { open: 'true' } });
  await ahead(peopleRoutes.listPeople, roster);
  const people = client.getQueryData<Read<{ rows: readonly PersonRow[] }>>(keyOf(peopleRoutes.listPeople, roster));
  if (people !== undefined) await ahead(areaRoutes.areaNames, namesAsked(people.value.rows));
  await ahead(peopleRoutes.listOrganisations, { query: { limit: 100 } });
  await ahead(noticeRoutes.list, { query: { limit: 100 } });
}
