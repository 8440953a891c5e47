import { areaRoutes } from '@gezhi/contract/places/index';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { useSay } from '../../words/locale.tsx';
import { useOwnAreas } from './own-areas.ts';
import './area-select.css';

interface AreaSelectProps {
  readonly id?: string;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  readonly clearable?: boolean;
}

/** An area, chosen from the tree in a pop-over; shows its name. */
export function AreaSelect({ id, value, onChange, clearable = false }: AreaSelectProps) {
  const say = useSay();
  const roots = useOwnAreas();
  const [open, setOpen] = useState(false);
  const chosen = useAnswer(areaRoutes.getArea, { params: { code: value ?? '' } }, { enabled: value !== undefined });
  return (
    <span className="area-select">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        content={
          <div className="area-select-tree">
            <AreaPicker
              roots={roots}
              chosen={value}
              onChoose={({ code }) => {
                onChange(code);
                setOpen(false);
              }}
            />
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
