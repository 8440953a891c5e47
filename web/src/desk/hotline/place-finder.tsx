import { placeRoutes } from '@gezhi/contract/places/index';
import type { PlaceHit } from '@gezhi/contract/places/index';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { PointPicker } from '../pickers/point-picker.tsx';
import type { Matter } from './matter.ts';

interface PlaceFinderProps {
  readonly matter: Matter;
  readonly onChange: (change: Partial<Matter>) => void;
}

/** Where it is: found by the name of a road, estate, building or landmark, or tapped on the map, with words to help. */
export function PlaceFinder({ matter, onChange }: PlaceFinderProps) {
  const say = useSay();
  const [own = ''] = useOwnAreas();
  const [q, setQ] = useState('');
  const hits = useAnswer(placeRoutes.search, { query: { q, under: own } }, { enabled: q.trim() !== '' });
  const rows = hits.data?.value.rows ?? [];

  const take = (hit: PlaceHit) => {
    onChange({ point: hit.point, area: hit.area, address: hit.address ?? hit.name });
    setQ(hit.name);
  };
  return (
    <div className="hotline-place">
      <AutoComplete
        value={q}
        onChange={setQ}
        options={rows.map((hit, index) => ({
          value: String(index),
          label: (
            <span className="sheet-line">
              <span>{hit.name}</span>
              <span className="sheet-small">{hit.address ?? hit.areaName}</span>
            </span>
          ),
        }))}
        onSelect={(index) => {
          const hit = rows[Number(index)];
          if (hit !== undefined) take(hit);
        }}
      >
        <Input.Search aria-label={say('hotline.where.search')} placeholder={say('hotline.where.search')} />
      </AutoComplete>
      <Input
        value={matter.address}
        maxLength={200}
        aria-label={say('hotline.where.address')}
        placeholder={say('hotline.where.address')}
        onChange={(event) => onChange({ address: event.target.value })}
      />
      <PointPicker
        label={say('hotline.where.map')}
        area={matter.area ?? own}
        value={matter.point}
        onChange={(point) => onChange({ point })}
      />
    </div>
  );
}
