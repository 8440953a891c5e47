import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import type { MultiPolygon } from '@gezhi/domain/places/index';
import { Button, Checkbox } from 'antd';
import { useSay } from '../../../words/locale.tsx';
import type { useDrawing } from './use-drawing.ts';

interface DrawToolsProps {
  readonly drawing: ReturnType<typeof useDrawing>;
  /** What nobody beside it covers. */
  readonly room: MultiPolygon | undefined;
  readonly snapping: boolean;
  readonly onSnapping: (next: boolean) => void;
}

/** Takes back, does again, begins a part, fills the room that is left, switches snapping. */
export function DrawTools({ drawing, room, snapping, onSnapping }: DrawToolsProps) {
  const say = useSay();
  const { path } = drawing;
  return (
    <div className="page-choices boundary-tools">
      <Button icon={<UndoOutlined aria-hidden />} disabled={!drawing.canUndo} onClick={drawing.undo}>
        {say('places.draw.undo')}
      </Button>
      <Button icon={<RedoOutlined aria-hidden />} disabled={!drawing.canRedo} onClick={drawing.redo}>
        {say('places.draw.redo')}
      </Button>
      {path === undefined ? (
        <Button onClick={() => drawing.setPath([])}>{say('places.draw.part')}</Button>
      ) : (
        <>
          <Button type="primary" disabled={path.length < 3} onClick={drawing.close}>
            {say('places.draw.close')}
          </Button>
          <Button onClick={drawing.escape}>{say('ui.cancel')}</Button>
        </>
      )}
      {room === undefined || room.coordinates.length === 0 ? null : (
        <Button
          onClick={() => {
            drawing.escape();
            drawing.set(room);
          }}
        >
          {say('places.draw.fill')}
        </Button>
      )}
      <Checkbox checked={snapping} onChange={(event) => onSnapping(event.target.checked)}>
        {say('places.draw.snap')}
      </Checkbox>
      <span className="sheet-small" role="status">
        {path === undefined ? say('places.draw.hint') : say('places.draw.hint.part', { n: path.length })}
      </span>
    </div>
  );
}
