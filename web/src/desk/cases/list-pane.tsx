import { DownloadOutlined, FilterOutlined } from '@ant-design/icons';
import { caseRoutes } from '@gezhi/contract/cases/index';
import { Badge, Button, Input, Select, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { addressOf } from '../../api/address.ts';
import { problemOf } from '../../api/query.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useLocale } from '../../words/locale.tsx';
import { CaseList } from './case-list.tsx';
import { Filters } from './filters.tsx';
import { countFilters, filtersOf } from './search.ts';
import type { CasesSearch } from './search.ts';
import { useCaseList } from './use-cases.ts';
import { savedViewNames, searchOfView, viewOfSearch } from './views.ts';
import './list-pane.css';

interface ListPaneProps {
  readonly search: CasesSearch;
  readonly onSearch: (next: CasesSearch) => void;
  readonly onOpen: (id: string) => void;
}

/** The first pane: saved views, search and filters, how many, the rows. */
export function ListPane({ search, onSearch, onOpen }: ListPaneProps) {
  const { say, named } = useLocale();
  const [filtering, setFiltering] = useState(false);
  const list = useCaseList(search);
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap(({ value }) => value.rows);
  const total = pages[0]?.value.total ?? rows.length;
  const change = (part: Partial<CasesSearch>) => onSearch({ ...search, ...part });
  const here = viewOfSearch(search);

  return (
    <>
      <div className="list-views" role="group" aria-label={say('cases.views')}>
        {savedViewNames.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={view === here}
            onClick={() => onSearch({ ...searchOfView(view), sort: search.sort, id: search.id })}
          >
            {say(`cases.view.${view}`)}
          </button>
        ))}
      </div>
      <div className="list-tools">
        <Input.Search
          allowClear
          defaultValue={search.q}
          key={search.q ?? ''}
          placeholder={say('cases.search')}
          aria-label={say('cases.search')}
          onSearch={(q) => change({ q: q === '' ? undefined : q })}
        />
        <Badge count={countFilters(search)} color="var(--brand)" size="small">
          <Tooltip title={say('cases.filters')}>
            <Button
              icon={<FilterOutlined />}
              aria-label={say('cases.filters')}
              aria-expanded={filtering}
              onClick={() => setFiltering(!filtering)}
            />
          </Tooltip>
        </Badge>
      </div>
      {filtering ? (
        <Filters search={search} onChange={change} onClear={() => onSearch({ sort: search.sort, id: search.id })} />
      ) : null}
      {search.rate === undefined ? null : (
        <Tag closable className="list-figure" onClose={() => change({ rate: undefined, part: undefined })}>
          {say('cases.filter.figure', { rate: named('figures.rate.', search.rate) })}
        </Tag>
      )}
      <div className="list-count">
        <span role="status">{list.data === undefined ? ' ' : say('cases.count', { n: total })}</span>
        <Button size="small" className="list-to-map" onClick={() => change({ view: 'map' })}>
          {say('cases.show.map')}
        </Button>
        <Select
          size="small"
          variant="borderless"
          aria-label={say('cases.sort')}
          value={search.sort ?? 'due'}
          options={(['due', 'newest', 'updated'] as const).map((value) => ({
            value,
            label: say(`cases.sort.${value}`),
          }))}
          onChange={(sort) => change({ sort })}
        />
        <Tooltip title={say('cases.csv')}>
          <Button
            size="small"
            type="text"
            icon={<DownloadOutlined />}
            aria-label={say('cases.csv')}
            href={addressOf(caseRoutes.list.path, {}, { ...filtersOf(search), format: 'csv' })}
          />
        </Tooltip>
      </div>
      {list.isPending ? <Loading rows={8} /> : null}
      {list.isError ? <Failed problem={problemOf(list.error)} retry={() => void list.refetch()} /> : null}
      {list.data !== undefined && rows.length === 0 ? (
        <Empty title={say('cases.empty')} hint={say('cases.empty.hint')} />
      ) : (
        <CaseList
          rows={rows}
          total={total}
          chosen={search.id}
          onOpen={onOpen}
          onEnd={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
    </>
  );
}
