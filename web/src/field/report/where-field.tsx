import { placeRoutes } from '@gezhi/contract/places/index';
import { Button } from 'antd-mobile';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { AreaMap } from '../../ui/map/index.tsx';
import { useSay } from '../../words/locale.tsx';
import { usePosition } from '../app/position.ts';
import type { Positioning } from '../app/position.ts';
import { useOutlines } from '../map/use-outlines.ts';

type Point = readonly [number, number];

/** Where a report is: the point picked on the map, else the phone's position. */
export interface Where {
  readonly point: Point | undefined;
  readonly picked: boolean;
  readonly positioning: Positioning;
  readonly ask: () => void;
}

export function useWhere(picked: Point | undefined): Where {
  const { positioning, ask } = usePosition('now');
  const here = positioning.kind === 'known' ? positioning.position.point : undefined;
  return { point: picked ?? here, picked: picked !== undefined, positioning, ask };
}

interface WhereFieldProps {
  readonly where: Where;
  /** `undefined` goes back to the phone's position. */
  readonly onPick: (point: Point | undefined) => void;
}

/** Says in words where the report is, and lets it be found again or tapped on the map. */
export function WhereField({ where, onPick }: WhereFieldProps) {
  const say = useSay();
  const [mapOpen, setMapOpen] = useState(false);
  return (
    <div className="where" role="group" aria-label={say('field.report.where')}>
      <span className="label">{say('field.report.where')}</span>
      <p role="status">
        <WhereWords where={where} />
      </p>
      <div className="where-ways">
        <Button
          onClick={() => {
            onPick(undefined);
            where.ask();
          }}
          loading={where.positioning.kind === 'asking' && !where.picked}
        >
          {say('field.report.locate')}
        </Button>
        <Button onClick={() => setMapOpen(!mapOpen)} aria-expanded={mapOpen}>
          {mapOpen ? say('field.report.closeMap') : say('field.report.onMap')}
        </Button>
      </div>
      {mapOpen ? <PickMap where={where} onPick={onPick} /> : null}
    </div>
  );
}

function PickMap({ where, onPick }: WhereFieldProps) {
  const say = useSay();
  const outlines = useOutlines();
  return (
    <div className="where-map">
      <AreaMap label={say('field.report.mapLabel')} outlines={outlines} picked={where.point} onPick={onPick} />
    </div>
  );
}

function WhereWords({ where }: Pick<WhereFieldProps, 'where'>) {
  const say = useSay();
  const { point, positioning, picked } = where;
  const [lon = 0, lat = 0] = point ?? [];
  const located = useAnswer(placeRoutes.locate, { query: { lon, lat } }, { enabled: point !== undefined });
  if (point === undefined) {
    return positioning.kind === 'asking' ? say('field.report.locating') : say('field.report.noPosition');
  }
  const found = located.data?.value;
  if (found?.served === false) {
    return <span className="mistake">{say('ui.place.unserved', { places: found.places.join(say('ui.and')) })}</span>;
  }
  const area = found?.chain
    .slice(-2)
    .map(({ name }) => name)
    .join(' ');
  const name = area === undefined ? `${lon.toFixed(5)}, ${lat.toFixed(5)}` : say('field.report.at', { area });
  const exact =
    !picked && positioning.kind === 'known'
      ? say('field.report.exact', { n: Math.round(positioning.position.accuracy) })
      : undefined;
  return (
    <>
      {name}
      {exact === undefined ? null : <span className="quiet"> {exact}</span>}
    </>
  );
}
