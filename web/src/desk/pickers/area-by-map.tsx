import { areaRoutes } from '@gezhi/contract/places/index';
import { Button } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { AreaMap } from '../../ui/map/index.tsx';
import { useSay } from '../../words/locale.tsx';
import { useOutlines } from './use-outlines.ts';

interface AreaByMapProps {
  /** Code of the area whose parts are shown first. */
  readonly root: string;
  readonly chosen: string | undefined;
  readonly onChoose: (area: { readonly code: string; readonly name: string }) => void;
}

/** An area found on the map: a click points one out, then it is chosen or opened into its parts. */
export function AreaByMap({ root, chosen, onChoose }: AreaByMapProps) {
  const say = useSay();
  const [within, setWithin] = useState(() => parentOf(chosen, root));
  const [pointed, setPointed] = useState(chosen);
  const outlines = useOutlines(within, pointed);
  const area = useAnswer(areaRoutes.getArea, { params: { code: pointed ?? '' } }, { enabled: pointed !== undefined });
  const found = area.data?.value;
  const parts = found !== undefined && found.code.length < deepest;
  return (
    <div className="area-by-map">
      <div className="area-by-map-map">
        <AreaMap label={say('ui.area.map')} outlines={outlines} onArea={setPointed} />
      </div>
      <div className="area-by-map-acts">
        {found === undefined ? (
          <span>{say('ui.area.point')}</span>
        ) : (
          <Button type="primary" size="small" onClick={() => onChoose({ code: found.code, name: found.name })}>
            {say('ui.area.take', { name: found.name })}
          </Button>
        )}
        {found === undefined || !parts ? null : (
          <Button size="small" onClick={() => setWithin(found.code)}>
            {say('ui.area.parts')}
          </Button>
        )}
        {within.length > root.length ? (
          <Button size="small" onClick={() => setWithin(parentOf(within, root))}>
            {say('ui.area.up')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Grids are the smallest that a map of a community shows. */
const deepest = 15;

/** Lengths of the codes of county, street and community: what a map may show the parts of. */
const levels = [6, 9, 12];

/** What to look into to see an area among its neighbours, never above the root. */
function parentOf(code: string | undefined, root: string): string {
  const length = levels.findLast((one) => code !== undefined && one < code.length);
  const above = length === undefined ? root : (code ?? root).slice(0, length);
  return above.length < root.length || !above.startsWith(root) ? root : above;
}
