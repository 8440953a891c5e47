import { placeRoutes } from '@gezhi/contract/places/index';
import { useAnswer } from '../../api/query.ts';
import { AreaMap } from '../../ui/map/index.tsx';
import type { LonLat } from '../../ui/map/index.tsx';
import { useSay } from '../../words/locale.tsx';
import { useOutlines } from './use-outlines.ts';
import './point-picker.css';

interface PointPickerProps {
  readonly label: string;
  /** Code of an area whose grids are drawn. */
  readonly area: string;
  readonly start?: LonLat | undefined;
  readonly value: LonLat | undefined;
  readonly onChange: (point: LonLat) => void;
}

/** A point tapped on the map, and the areas it lies in. */
export function PointPicker({ label, area, start, value, onChange }: PointPickerProps) {
  const outlines = useOutlines(area.slice(0, 12));
  const picked = value ?? start;
  return (
    <div className="point-picker">
      <div className="point-picker-map">
        <AreaMap label={label} outlines={outlines} picked={picked} onPick={onChange} />
      </div>
      {picked === undefined ? null : <Located point={picked} />}
    </div>
  );
}

/** Where a point lies, from the county down; or that no place served holds it. */
export function Located({ point }: { readonly point: LonLat }) {
  const say = useSay();
  const [lon, lat] = point;
  const located = useAnswer(placeRoutes.locate, { query: { lon, lat } });
  if (located.data === undefined) return null;
  const { served, chain, places } = located.data.value;
  return (
    <p className="point-picker-where" role="status">
      {served
        ? chain.map(({ name }) => name).join(' › ')
        : say('ui.place.unserved', { places: places.join(say('ui.and')) })}
    </p>
  );
}
