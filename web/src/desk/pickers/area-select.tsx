import { areaRoutes } from '@gezhi/contract/places/index';
import { Button, Popover, Segmented } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { useSay } from '../../words/locale.tsx';
import { AreaByMap } from './area-by-map.tsx';
import { useOwnAreas } from './own-areas.ts';
import './area-select.css';

interface AreaSelectProps {
  readonly id?: string;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  readonly clearable?: boolean;
}

const ways = ['tree', 'map'] as const;

/** An area, chosen from the tree or on the map in a pop-over; shows its name. */
export function AreaSelect({ id, value, onChange, clearable = false }: AreaSelectProps) {
  const say = useSay();
  const roots = useOwnAreas();
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState<(typeof ways)[number]>('tree');
  const choose = ({ code }: { readonly code: string }) => {
    onChange(code);
    setOpen(false);
  };
  const chosen = useAnswer(areaRoutes.getArea, { params: { code: value ?? '' } }, { enabled: value !== undefined });
  return (
    <span className="area-select">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        // A map that nobody sees need not stand in memory.
        destroyOnHidden
        content={
          <div className="area-select-tree">
            <Segmented
              size="small"
              value={way}
              onChange={setWay}
              options={ways.map((one) => ({ value: one, label: say(`ui.area.by.${one}`) }))}
            />
            {way === 'tree' ? (
              <AreaPicker roots={roots} chosen={value} onChoose={choose} />
            ) : (
              <AreaByMap root={roots[0] ?? ''} chosen={value} onChoose={choose} />
            )}
          </div>
        }
      >
        <Button {...(id === undefined ? {} : { id })} block>
          {value === undefined ? say('ui.area.choose') : (chosen.data?.value.name ?? value)}
        </Button>
      </Popover>
      {clearable && value !== undefined ? (
        <Button type="text" aria-label={say('ui.clear')} onClick={() => onChange(undefined)}>
          ×
        </Button>
      ) : null}
    </span>
  );
}
