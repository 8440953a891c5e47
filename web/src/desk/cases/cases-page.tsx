import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useDocumentTitle } from '../app/page.tsx';
import { Panes } from '../app/panes.tsx';
import { CasePane } from './case-pane.tsx';
import { ListPane } from './list-pane.tsx';
import { MapPane } from './map-pane.tsx';
import type { CasesSearch } from './search.ts';

const route = getRouteApi('/desk/cases');

/** List, map, case. What is looked at and what is open stand in the address, so a page can be sent to a colleague. */
export function CasesPage() {
  const say = useSay();
  useDocumentTitle(say('desk.nav.cases'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = useCallback((next: CasesSearch) => void navigate({ search: next }), [navigate]);
  const open = (id: string | undefined) => go({ ...search, id });
  const { id } = search;
  return (
    <Panes
      name="cases"
      narrow={id === undefined ? (search.view ?? 'list') : 'case'}
      list={<ListPane search={search} onSearch={go} onOpen={open} />}
      map={
        <MapPane
          search={search}
          onOpen={open}
          onArea={(area) => go({ ...search, area: search.area === area ? undefined : area })}
          onList={() => go({ ...search, view: 'list' })}
        />
      }
      open={id === undefined ? undefined : <CasePane id={id} onClose={() => open(undefined)} onOpen={open} />}
    />
  );
}
