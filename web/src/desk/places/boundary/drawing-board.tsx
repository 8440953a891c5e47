import type { AreaDetail } from '@gezhi/contract/places/index';
import { fitOf } from '@gezhi/domain/places/index';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { boxAround } from '../../../ui/map/features.ts';
import type { Outline } from '../../../ui/map/index.tsx';
import { Loading } from '../../../ui/states.tsx';
import { useSay } from '../../../words/locale.tsx';
import { CoordinatesField } from './coordinates-field.tsx';
import { forgetDraft, keepDraft } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { DrawTools } from './draw-tools.tsx';
import { faultsAsOutlines, FitReport } from './fit-report.tsx';
import { SaveBoundary } from './save-boundary.tsx';
import { useDrawing } from './use-drawing.ts';
import { writable } from './use-surroundings.ts';
import type { useSurroundings } from './use-surroundings.ts';

const BoundaryMap = lazy(() => import('./boundary-map.tsx').then((module) => ({ default: module.BoundaryMap })));

type Around = NonNullable<ReturnType<typeof useSurroundings>>;

interface DrawingBoardProps {
  readonly area: AreaDetail;
  readonly around: Around;
  readonly begun: Draft;
  /** Whether it goes on with a drawing of before. */
  readonly restored: boolean;
  /** ETag of the versions as they are now. */
  readonly current: string;
  readonly validFrom: string | undefined;
  readonly onValidFrom: (next: string | undefined) => void;
  readonly onDone: () => void;
}

/** Tools, map, what does not fit yet, coordinates, and what is said when it is saved. */
export function DrawingBoard(props: DrawingBoardProps) {
  const { area, around, begun, validFrom, onDone } = props;
  const say = useSay();
  const drawing = useDrawing(begun.shape);
  const [snapping, setSnapping] = useState(true);
  const [reason, setReason] = useState(begun.reason);
  const [etag, setEtag] = useState(begun.etag);
  const [theirs, setTheirs] = useState<Outline>();
  const { shape } = drawing;
  const { surroundings, outlines } = around;
  // The stroke is drawn at once, the check follows as fast as it can.
  const checked = useDeferredValue(shape);
  const faults = useMemo(
    () => (checked.coordinates.length === 0 ? [] : fitOf(surroundings, checked)),
    [surroundings, checked],
  );
  const shown = useMemo(
    () => [...outlines, ...(theirs === undefined ? [] : [theirs]), ...faultsAsOutlines(faults)],
    [outlines, theirs, faults],
  );
  const crossings = useMemo(() => faults.flatMap((fault) => (fault.kind === 'invalid' ? fault.at : [])), [faults]);
  const neighbours = useMemo(
    () => [surroundings.parent, ...surroundings.beside].flatMap((one) => one?.boundary ?? []),
    [surroundings],
  );
  // One looks at the area, or at where it will be; what is drawn later does not move the view.
  const [focus] = useState(() => {
    const own = begun.shape.coordinates.length === 0 ? surroundings.room : begun.shape;
    return boxAround(
      own === undefined || own.coordinates.length === 0
        ? outlines
        : [{ code: area.code, name: area.name, geometry: writable(own) }],
      [],
    );
  });
  const touched = drawing.canUndo || drawing.canRedo || reason !== begun.reason || props.restored;
  useEffect(() => {
    if (touched) keepDraft(area.code, { shape, etag, reason, validFrom });
  }, [touched, area.code, shape, etag, reason, validFrom]);
  const leave = () => {
    forgetDraft(area.code);
    onDone();
  };
  return (
    <section className="boundary" aria-label={say('places.draw')}>
      {props.restored ? <Alert type="info" showIcon title={say('places.draw.restored')} /> : null}
      <DrawTools drawing={drawing} room={surroundings.room} snapping={snapping} onSnapping={setSnapping} />
      <div className="boundary-board">
        <div className="boundary-map">
          <Suspense fallback={<Loading rows={6} />}>
            <BoundaryMap
              label={say('places.draw.map', { name: area.name })}
              shape={shape}
              path={drawing.path}
              neighbours={snapping ? neighbours : []}
              outlines={shown}
              crossings={crossings}
              focus={focus}
              onShape={drawing.set}
              onMoving={drawing.moving}
              onPath={drawing.setPath}
              onClose={drawing.close}
              onEscape={drawing.escape}
              onUndo={drawing.undo}
              onRedo={drawing.redo}
            />
          </Suspense>
        </div>
        <div className="boundary-side">
          <FitReport shape={checked} faults={faults} surroundings={surroundings} names={around.names} area={area} />
          <CoordinatesField shape={shape} onShape={drawing.set} />
          <SaveBoundary
            area={area}
            shape={shape}
            sound={shape.coordinates.length > 0 && !faults.some(({ kind }) => kind === 'invalid')}
            etag={etag}
            current={props.current}
            reason={reason}
            validFrom={validFrom}
            onReason={setReason}
            onValidFrom={props.onValidFrom}
            onEtag={setEtag}
            onTheirs={setTheirs}
            onTakeTheirs={drawing.set}
            onSaved={leave}
          />
          <Button type="text" onClick={leave}>
            {say('places.draw.discard')}
          </Button>
        </div>
      </div>
    </section>
  );
}
