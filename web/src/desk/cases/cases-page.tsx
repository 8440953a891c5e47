import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useDocumentTitle } from '../app/page.tsx';
import { Panes } from '../app/panes.tsx';
import { BulkPane } from './bulk/bulk-pane.tsx';
import { CasePane } from './case-pane.tsx';
import type { Begin } from './case-sheet.tsx';
import { ListPane } from './list/list-pane.tsx';
import { nothing } from './list/selection.ts';
import type { Selection } from './list/selection.ts';
import { MapPane } from './map-pane.tsx';
import { onlyFilters } from './search.ts';
import type { CasesSearch } from './search.ts';

const route = getRouteApi('/desk/cases');

/** List, map, case. What is looked at and what is open stand in the address, so a page can be sent to a colleague. */
export function CasesPage() {
  const say = useSay();
  useDocumentTitle(say('desk.nav.cases'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = useCallback((next: CasesSearch) => void navigate({ search: next }), [navigate]);
  const { id } = search;
  const [begin, setBegin] = useState<Begin & { readonly id: string }>();
  // What is selected belongs to the filters under which it was: other filters begin with nothing.
  const of = JSON.stringify(onlyFilters(search));
  const [selected, setSelected] = useState<{ readonly of: string; readonly selection: Selection }>();
  const selection = selected?.of === of ? selected.selection : nothing;
  const select = (next: Selection) => setSelected({ of, selection: next });
  const [bulk, setBulk] = useState<Selection>();
  const working = useRef(false);

  const open = (next: string | undefined) => {
    if (working.current) return;
    setBulk(undefined);
    go({ ...search, id: next });
  };
  const third =
    bulk !== undefined ? (
      <BulkPane
        selection={bulk}
        onWorking={(now) => {
          working.current = now;
        }}
        onClose={() => setBulk(undefined)}
        onKeep={(kept) => {
          select(new Map([...bulk].filter(([one]) => kept.includes(one))));
          setBulk(undefined);
        }}
      />
    ) : id === undefined ? undefined : (
      <CasePane
        id={id}
        begin={begin?.id === id ? begin : undefined}
        onBegun={() => setBegin(undefined)}
        onClose={() => open(undefined)}
        onOpen={open}
      />
    );
  return (
    <Panes
      name="cases"
      narrow={third === undefined ? (search.view ?? 'list') : 'case'}
      list={
        <ListPane
          search={search}
          selection={selection}
          onSearch={go}
          onOpen={open}
          onDispatch={(row) => {
            setBegin({ id: row.id, command: 'dispatch' });
            open(row.id);
          }}
          onSelect={select}
          onBulk={() => working.current || setBulk(selection)}
        />
      }
      map={
        search.map === 'off' && search.view !== 'map' ? undefined : (
          <MapPane
            search={search}
            onOpen={open}
            onArea={(area) => go({ ...search, area: search.area === area ? undefined : area })}
            onList={() => go({ ...search, view: 'list' })}
          />
        )
      }
      open={third}
    />
  );
}
