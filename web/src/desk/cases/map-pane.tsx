import { Button } from 'antd';
import { useMemo } from 'react';
import { Light } from '../../ui/light.tsx';
import { lightColours } from '../../ui/light-shape.ts';
import { AreaMap } from '../../ui/map/index.tsx';
import { useSay } from '../../words/locale.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { useOutlines } from '../pickers/use-outlines.ts';
import type { CasesSearch } from './search.ts';
import { useCaseMap } from './use-cases.ts';

interface MapPaneProps {
  readonly search: CasesSearch;
  readonly onOpen: (id: string) => void;
  readonly onArea: (code: string) => void;
  readonly onList: () => void;
}

/** The second pane: the same cases as the list, as lights on the grids; their number is said above. */
export function MapPane({ search, onOpen, onArea, onList }: MapPaneProps) {
  const say = useSay();
  const [own] = useOwnAreas();
  const outlines = useOutlines(search.area ?? own, search.area);
  const map = useCaseMap(search);
  const points = map.data?.value.points;
  const marks = useMemo(
    () => (points ?? []).map(({ id, number, point, light }) => ({ id, point, light, label: number })),
    [points],
  );
  return (
    <>
      <div className="map-head">
        <Button size="small" className="map-to-list" onClick={onList}>
          {say('cases.show.list')}
        </Button>
        <span>
          {map.data === undefined ? null : say('cases.count', { n: map.data.value.total })}
          {map.data === undefined || map.data.value.withoutPlace === 0 ? null : (
            <span>
              {say('case.comma')}
              {say('cases.count.withoutPlace', { n: map.data.value.withoutPlace })}
            </span>
          )}
        </span>
        <span className="legend">
          {lightColours
            .filter((light) => light !== 'none')
            .map((light) => (
              <Light key={light} light={light} />
            ))}
        </span>
      </div>
      <AreaMap
        label={say('cases.map')}
        outlines={outlines}
        marks={marks}
        chosen={search.id}
        onOpen={onOpen}
        onArea={onArea}
      />
    </>
  );
}
