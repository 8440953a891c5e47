import type { CaseRow } from '@gezhi/contract/cases/index';
import { Tag } from 'antd';
import type { InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { problemOf } from '../../../api/query.ts';
import { Empty, Failed, Loading } from '../../../ui/states.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { onlyLayout } from '../search.ts';
import type { CasesSearch } from '../search.ts';
import { CaseList } from './case-list.tsx';
import { Filters } from './filters.tsx';
import type { KeyAction } from './keys.ts';
import { KeysHelp } from './keys-help.tsx';
import { ListCount, ListTools } from './list-tools.tsx';
import { NewsBar } from './news-bar.tsx';
import { OwnViews } from './own-views.tsx';
import { type Selection, nothing, ofAll, toggledIn, withRange } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useCursor } from './use-cursor.ts';
import { useKeys, useShortcuts } from './use-keys.ts';
import { useWorkList } from './use-work-list.ts';
import { builtInNames, searchOfView, viewOfSearch } from './views.ts';
import './list-pane.css';

interface ListPaneProps {
  readonly search: CasesSearch;
  readonly selection: Selection;
  readonly onSearch: (next: CasesSearch) => void;
  readonly onOpen: (id: string | undefined) => void;
  readonly onDispatch: (row: CaseRow) => void;
  readonly onSelect: (selection: Selection) => void;
  /** Act on what is selected. */
  readonly onBulk: () => void;
}

/** The first pane: views, search and filters, how many, what is new, the rows, what is selected. */
export function ListPane({ search, selection, onSearch, onOpen, onDispatch, onSelect, onBulk }: ListPaneProps) {
  const { say, named } = useLocale();
  const [filtering, setFiltering] = useState(false);
  const [helping, setHelping] = useState(false);
  const [shortcuts, setShortcuts] = useShortcuts();
  const scroller = useRef<HTMLDivElement>(null);
  const searchBox = useRef<InputRef>(null);
  const somebodyIn = useCallback(() => scroller.current?.matches(':hover, :focus-within') === true, []);
  const { list, rows, total, more, news, outdated, update, key } = useWorkList(search, somebodyIn);
  const { index: cursor, move, moves } = useCursor(rows, list.isPlaceholderData ? '' : key, search.id);
  const [marked, setMarked] = useState<string>();
  const change = (part: Partial<CasesSearch>) => onSearch({ ...search, ...part });
  const here = viewOfSearch(search);

  const open = (row: CaseRow, index: number) => {
    move(index);
    onOpen(row.id);
  };
  const mark = (row: CaseRow, index: number, range: boolean) => {
    move(index);
    onSelect(range ? withRange(selection, rows, marked, row.id) : toggledIn(selection, row));
    setMarked(row.id);
  };
  const all = () => onSelect(ofAll(rows));
  const under = rows[cursor];
  const act = (action: KeyAction): boolean => {
    switch (action) {
      case 'down':
      case 'up':
        scroller.current?.focus({ preventScroll: true });
        move(Math.max(0, Math.min(rows.length - 1, cursor + (action === 'down' ? 1 : -1))));
        return true;
      case 'open':
        if (under !== undefined) onOpen(under.id);
        return under !== undefined;
      case 'dispatch':
        if (under !== undefined) onDispatch(under);
        return under !== undefined;
      case 'select':
      case 'range':
        if (under !== undefined) mark(under, cursor, action === 'range');
        return under !== undefined;
      case 'all':
        all();
        return true;
      case 'bulk':
        if (selection.size > 0) onBulk();
        return selection.size > 0;
      case 'search':
        searchBox.current?.focus({ cursor: 'all' });
        return true;
      case 'refresh':
        update();
        return true;
      case 'map':
        change({ map: search.map === 'off' ? undefined : 'off' });
        return true;
      case 'help':
        setHelping(true);
        return true;
      case 'close':
        if (search.id !== undefined) onOpen(undefined);
        else if (selection.size > 0) onSelect(nothing);
        else return false;
        scroller.current?.focus({ preventScroll: true });
        return true;
    }
  };
  useKeys(scroller, shortcuts, act);

  return (
    <>
      <div className="list-views" role="group" aria-label={say('cases.views')}>
        {builtInNames.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={view === here}
            onClick={() => onSearch({ ...searchOfView(view), ...onlyLayout(search), id: search.id })}
          >
            {say(`cases.view.${view}`)}
          </button>
        ))}
        <OwnViews search={search} onSearch={onSearch} />
      </div>
      <ListTools
        search={search}
        searchBox={searchBox}
        filtering={filtering}
        onFiltering={() => setFiltering(!filtering)}
        onChange={change}
      />
      {filtering ? (
        <Filters search={search} onChange={change} onClear={() => onSearch({ ...onlyLayout(search), id: search.id })} />
      ) : null}
      {search.rate === undefined ? null : (
        <Tag closable className="list-figure" onClose={() => change({ rate: undefined, part: undefined })}>
          {say('cases.filter.figure', { rate: named('figures.rate.', search.rate) })}
        </Tag>
      )}
      <ListCount
        search={search}
        total={list.data === undefined ? undefined : total}
        more={more}
        loaded={rows.length}
        news={<NewsBar news={news} outdated={outdated} onUpdate={update} />}
        onChange={change}
        onHelp={() => setHelping(true)}
      />
      {list.isPending ? <Loading rows={8} /> : null}
      {list.isError ? <Failed problem={problemOf(list.error)} retry={() => void list.refetch()} /> : null}
      {list.data !== undefined && rows.length === 0 ? (
        <Empty title={say('cases.empty')} hint={say('cases.empty.hint')} />
      ) : (
        <CaseList
          scroller={scroller}
          rows={rows}
          total={more ? -1 : total}
          columns={search.cols}
          sort={search.sort ?? 'due'}
          cursor={cursor}
          moves={moves}
          chosen={search.id}
          selection={selection}
          gone={news.gone}
          onCursor={move}
          onOpen={open}
          onMark={mark}
          onSort={(sort) => change({ sort })}
          onEnd={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
      <SelectionBar
        selected={selection.size}
        loaded={rows.length}
        onAll={all}
        onClear={() => onSelect(nothing)}
        onAct={onBulk}
      />
      {helping ? (
        <KeysHelp
          shortcuts={shortcuts}
          onShortcuts={setShortcuts}
          onClose={() => {
            setHelping(false);
            scroller.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
    </>
  );
}
