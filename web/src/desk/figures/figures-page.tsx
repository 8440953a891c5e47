import { DownloadOutlined } from '@ant-design/icons';
import { figureUnits, insightRoutes } from '@gezhi/contract/insight/index';
import { getRouteApi } from '@tanstack/react-router';
import { Button, DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { addressOf } from '../../api/address.ts';
import { countyZone, programNow } from '../../api/program-time.ts';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { CategoryPicker } from '../pickers/category-picker.tsx';
import { FiguresTable } from './figures-table.tsx';
import { periodNames, periodOf } from './periods.ts';
import { RatesExplained } from './rates-explained.tsx';
import { figureQueryOf } from './search.ts';
import type { FiguresSearch } from './search.ts';
import './figures.css';

const route = getRouteApi('/desk/figures');

/** The rates by unit and period. Every number opens exactly the cases behind it. */
export function FiguresPage() {
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = figureQueryOf(search);
  const figures = useAnswer(insightRoutes.figures, { query });
  const change = (part: Partial<FiguresSearch>) => void navigate({ search: { ...search, ...part } });
  const { by = 'area', from, to } = search;
  const period = periodNames.find((name) => {
    const means = periodOf(name, programNow());
    return means.from === from && means.to === to;
  });

  return (
    <Page
      title={say('figures.title')}
      note={
        figures.data === undefined
          ? undefined
          : say('figures.asOf', { time: exactTime(Date.parse(figures.data.value.asOf), countyZone) })
      }
      actions={
        <Button
          icon={<DownloadOutlined />}
          href={addressOf(insightRoutes.figureSheet.path, {}, { ...query, format: 'csv' })}
        >
          {say('cases.csv')}
        </Button>
      }
    >
      <div className="figures-tools">
        <Segmented
          aria-label={say('figures.by')}
          value={by}
          onChange={(next) => change({ by: next, level: undefined })}
          options={figureUnits.map((value) => ({ value, label: say(`figures.by.${value}`) }))}
        />
        {by === 'org' ? null : (
          <Select
            aria-label={say('figures.level')}
            value={search.level ?? 1}
            options={[1, 2, 3].map((value) => ({ value, label: say('figures.level.n', { n: value }) }))}
            onChange={(level) => change({ level })}
          />
        )}
        <Select
          allowClear
          aria-label={say('figures.period')}
          placeholder={say('figures.period')}
          value={period ?? null}
          options={periodNames.map((value) => ({ value, label: say(`figures.period.${value}`) }))}
          onChange={(name?: (typeof periodNames)[number] | null) =>
            change(
              name === undefined || name === null ? { from: undefined, to: undefined } : periodOf(name, programNow()),
            )
          }
        />
        <DatePicker.RangePicker
          value={[from === undefined ? null : dayjs(from), to === undefined ? null : dayjs(to)]}
          allowEmpty={[true, true]}
          onChange={(days) => change({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })}
        />
        <div className="figures-picker">
          <AreaSelect value={search.area} onChange={(area) => change({ area })} clearable />
        </div>
        <div className="figures-picker">
          <CategoryPicker
            label={say('cases.filter.category')}
            value={search.category}
            onChange={(category) => change({ category })}
            clearable
          />
        </div>
      </div>
      {figures.isPending ? <Loading rows={6} /> : null}
      {figures.isError ? <Failed problem={problemOf(figures.error)} retry={() => void figures.refetch()} /> : null}
      {figures.data === undefined ? null : <FiguresTable figures={figures.data.value} search={search} />}
      <p className="sheet-small">{say('figures.hint')}</p>
      {figures.data === undefined ? null : <RatesExplained figures={figures.data.value} />}
    </Page>
  );
}
