import type { Position } from '@gezhi/domain/places/index';
import type { Map } from 'maplibre-gl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { labelsAsFeatures, outlinesAsFeatures } from '../../../ui/map/features.ts';
import type { Box, Outline } from '../../../ui/map/features.ts';
import { openMap } from '../../../ui/map/open-map.ts';
import { show } from '../../../ui/map/sources.ts';
import { mapWordsOf } from '../../../ui/map/words-of.ts';
import { useSay } from '../../../words/locale.tsx';
import { addDraftLayers, draftFeatures, handleFeatures } from './draft-layers.ts';
import { meantByKey } from './keys.ts';
import { watchPointer } from './pointer.ts';
import type { Strokes } from './pointer.ts';
import type { PointAt } from './shape.ts';
import '../../../ui/map/area-map.css';

export interface BoundaryMapProps extends Strokes {
  readonly label: string;
  readonly outlines: readonly Outline[];
  /** Places where a ring crosses itself. */
  readonly crossings: readonly Position[];
  readonly focus: Box | undefined;
  readonly onEscape: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** The map one draws on. Mouse, finger and keyboard; the list of coordinates beside it does the same in words. */
export function BoundaryMap(props: BoundaryMapProps) {
  const { label, shape, path, outlines, crossings, focus } = props;
  const say = useSay();
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<Map>();
  const [broken, setBroken] = useState(false);
  const [chosen, setChosen] = useState<PointAt>();
  const strokes = useEffectEvent((): Strokes => props);
  const words = useEffectEvent(() => mapWordsOf(say, label));

  useEffect(() => {
    if (holder.current === null) return undefined;
    const opening = openMap(
      holder.current,
      (ready) => {
        addDraftLayers(ready);
        watchPointer(ready, () => strokes(), setChosen);
        setMap(ready);
      },
      () => setBroken(true),
      words(),
    );
    return () => {
      setMap(undefined);
      opening?.remove();
    };
  }, []);
  useEffect(() => {
    if (map === undefined) return;
    show(map, 'outlines', outlinesAsFeatures(outlines));
    show(map, 'labels', labelsAsFeatures(outlines.filter(({ name }) => name !== '')));
  }, [map, outlines]);
  useEffect(() => {
    if (map === undefined) return;
    show(map, 'draft', draftFeatures(shape, path));
    show(map, 'draft-handles', handleFeatures(shape, path, chosen, crossings));
  }, [map, shape, path, chosen, crossings]);
  useEffect(() => {
    if (map === undefined || focus === undefined) return;
    map.fitBounds([[...focus[0]], [...focus[1]]], { padding: 48, maxZoom: 18, duration: 0 });
  }, [map, focus]);

  // Before the map's own handler: with a point chosen the arrows move it, not the view.
  const onKey = (event: KeyboardEvent) => {
    if (map === undefined) return;
    const meant = meantByKey(event, { shape, path, chosen, map });
    if (meant === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if ('shape' in meant) props.onShape(meant.shape);
    if ('chosen' in meant) setChosen(meant.chosen);
    if (meant.does === 'close') props.onClose();
    if (meant.does === 'escape') props.onEscape();
    if (meant.does === 'undo') props.onUndo();
    if (meant.does === 'redo') props.onRedo();
  };
  return (
    <div className="area-map" role="region" aria-label={label} onKeyDownCapture={onKey}>
      <div ref={holder} className={path === undefined ? 'area-map-canvas' : 'area-map-canvas area-map-picking'} />
      {broken ? <p className="area-map-broken">{say('ui.map.broken')}</p> : null}
    </div>
  );
}
