import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { LightLegend } from '../../ui/light-legend.tsx';
import { AreaMap } from '../../ui/map/index.tsx';
import type { MapView } from '../../ui/map/index.tsx';
import { useLocale } from '../../words/locale.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { useOutlinesInView } from '../pickers/use-outlines-in-view.ts';
import { Gathered } from './gathered.tsx';
import type { CasesSearch } from './search.ts';
import { useCaseMap } from './use-cases.ts';
import './map-pane.css';

interface MapPaneProps {
  readonly search: CasesSearch;
  readonly onOpen: (id: string) => void;
  readonly onArea: (code: string) => void;
  readonly onList: () => void;
}

/**
 * The second pane: the same cases as the list, as lights on the grids. The numbers of the lights and of those without a
 * place add up to the number of the list.
 */
export function MapPane({ search, onOpen, onArea, onList }: MapPaneProps) {
  const { say } = useLocale();
  const [own] = useOwnAreas();
  const [view, setView] = useState<MapView>();
  const [heat, setHeat] = useState(false);
  const [shown, setShown] = useState<number>();
  const [gathered, setGathered] = useState<readonly string[]>([]);
  const outlines = useOutlinesInView(search.area ?? own, search.area, view);
  const answer = useCaseMap(search);
  const found = answer.data?.value;
  const marks = useMemo(
    () => (found?.points ?? []).map(({ id, number, point, light }) => ({ id, point, light, label: number })),
    [found],
  );
  const here = found?.points.filter(({ id }) => gathered.includes(id)) ?? [];
  return (
    <>
      <div className="map-head">
        <Button size="small" className="map-to-list" onClick={onList}>
          {say('cases.show.list')}
        </Button>
        <span role="status">
          {found === undefined
            ? say(answer.isError ? 'ui.failed.title' : 'ui.loading')
            : say('cases.count', { n: found.total })}
          {found === undefined || found.withoutPlace === 0 ? null : (
            <span>
              {say('case.comma')}
              {say('cases.count.withoutPlace', { n: found.withoutPlace })}
            </span>
          )}
        </span>
        {answer.isError && found === undefined ? (
          <Button size="small" onClick={() => void answer.refetch()}>
            {say('ui.failed.retry')}
          </Button>
        ) : null}
        {found === undefined || shown === undefined || heat ? null : (
          <span className="figures map-shown" data-shown={shown}>
            {say('cases.map.inView', { n: shown })}
          </span>
        )}
        {found?.more === true ? (
          <span className="sheet-small">{say('cases.map.newest', { n: found.total })}</span>
        ) : null}
        <Segmented
          size="small"
          aria-label={say('cases.map.shows')}
          value={heat ? 'heat' : 'lights'}
          options={[
            { value: 'lights', label: say('cases.map.lights') },
            { value: 'heat', label: say('cases.map.heat') },
          ]}
          onChange={(next) => setHeat(next === 'heat')}
        />
        <LightLegend lights={found?.points.map(({ light }) => light)} closed={search.open !== true} />
      </div>
      <div className="map-body">
        <AreaMap
          label={say('cases.map')}
          outlines={outlines}
          marks={marks}
          chosen={search.id}
          heat={heat}
          onOpen={onOpen}
          onArea={onArea}
          onGather={setGathered}
          onView={setView}
          onShown={setShown}
        />
        {here.length === 0 ? null : (
          <Gathered points={here} chosen={search.id} onOpen={onOpen} onClose={() => setGathered([])} />
        )}
      </div>
    </>
  );
}
