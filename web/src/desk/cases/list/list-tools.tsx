import { CompassOutlined, DownloadOutlined, FilterOutlined, QuestionOutlined } from '@ant-design/icons';
import { caseRoutes } from '@gezhi/contract/cases/index';
import { Badge, Button, Input, Select, Tooltip } from 'antd';
import type { InputRef } from 'antd';
import type { ReactNode, Ref } from 'react';
import { addressOf } from '../../../api/address.ts';
import { useSay } from '../../../words/locale.tsx';
import { countFilters, filtersOf } from '../search.ts';
import type { CasesSearch } from '../search.ts';
import { ColumnChooser } from './column-chooser.tsx';

interface ListToolsProps {
  readonly search: CasesSearch;
  readonly searchBox: Ref<InputRef>;
  readonly filtering: boolean;
  readonly onFiltering: () => void;
  readonly onChange: (part: Partial<CasesSearch>) => void;
}

/** Search, filters, columns. */
export function ListTools({ search, searchBox, filtering, onFiltering, onChange }: ListToolsProps) {
  const say = useSay();
  return (
    <div className="list-tools">
      <Input.Search
        ref={searchBox}
        allowClear
        defaultValue={search.q}
        key={search.q ?? ''}
        placeholder={say('cases.search')}
        aria-label={say('cases.search')}
        onSearch={(q) => onChange({ q: q === '' ? undefined : q })}
      />
      <Badge count={countFilters(search)} color="var(--brand)" size="small">
        <Tooltip title={say('cases.filters')}>
          <Button
            icon={<FilterOutlined />}
            aria-label={say('cases.filters')}
            aria-expanded={filtering}
            onClick={onFiltering}
          />
        </Tooltip>
      </Badge>
      <ColumnChooser
        columns={search.cols}
        onChange={(columns) =>
          onChange({
            cols: columns === undefined ? undefined : [...columns],
            // Columns want room; two lines do not.
            ...(search.cols === undefined ? { map: 'off' } : {}),
            ...(columns === undefined ? { map: undefined } : {}),
          })
        }
      />
    </div>
  );
}

interface ListCountProps {
  readonly search: CasesSearch;
  /** Undefined until the list was read. */
  readonly total: number | undefined;
  /** There are more than `total`. */
  readonly more: boolean;
  readonly loaded: number;
  readonly news: ReactNode;
  readonly onChange: (part: Partial<CasesSearch>) => void;
  readonly onHelp: () => void;
}

/** How many there are, in which order, and what else can be done with the list as it is. */
export function ListCount({ search, total, more, loaded, news, onChange, onHelp }: ListCountProps) {
  const say = useSay();
  const mapOff = search.map === 'off';
  const mapWords = mapOff ? say('list.map.show') : say('list.map.hide');
  return (
    <div className="list-count">
      <span role="status" className="list-total">
        {total === undefined ? ' ' : say(more ? 'cases.count.more' : 'cases.count', { n: total })}
      </span>
      {total === undefined || (loaded >= total && !more) ? null : (
        <span className="sheet-small list-loaded">{say('list.loaded', { n: loaded })}</span>
      )}
      {news}
      <Button size="small" className="list-to-map" onClick={() => onChange({ view: 'map' })}>
        {say('cases.show.map')}
      </Button>
      <Select
        size="small"
        variant="borderless"
        aria-label={say('cases.sort')}
        value={search.sort ?? 'due'}
        options={(['due', 'newest', 'updated'] as const).map((value) => ({ value, label: say(`cases.sort.${value}`) }))}
        onChange={(sort) => onChange({ sort })}
      />
      <Tooltip title={mapWords}>
        <Button
          size="small"
          type="text"
          className="list-map-toggle"
          icon={<CompassOutlined />}
          aria-label={mapWords}
          aria-pressed={!mapOff}
          onClick={() => onChange({ map: mapOff ? undefined : 'off' })}
        />
      </Tooltip>
      <Tooltip title={say('cases.csv')}>
        <Button
          size="small"
          type="text"
          icon={<DownloadOutlined />}
          aria-label={say('cases.csv')}
          href={addressOf(caseRoutes.list.path, {}, { ...filtersOf(search), format: 'csv' })}
        />
      </Tooltip>
      <Tooltip title={say('list.keys')}>
        <Button size="small" type="text" icon={<QuestionOutlined />} aria-label={say('list.keys')} onClick={onHelp} />
      </Tooltip>
    </div>
  );
}
