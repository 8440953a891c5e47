/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlaceWords } from './place-words.ts';

interface PlaceMapProps {
  readonly words: PlaceWords;
  readonly county: string;
  /** Value of the place chosen, with its point where it has one. */
  readonly chosen: string | undefined;
  readonly onPick: (point: readonly [number, number]) => void;
}

type ShowPin = (point: readonly [number, number]) => void;

/** The map to tap, fetched only when it is opened. */
export function PlaceMap({ words, county, chosen, onPick }: PlaceMapProps) {
  const holder = useRef<HTMLDivElement>(null);
  const show = useRef<ShowPin>(undefined);
  const { controls } = words;
  const [broken, setBroken] = useState(false);
  const pick = useRef(onPick);
  pick.current = onPick;
  const place = useRef(chosen);
  place.current = chosen;

  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    let close: (() => void) | undefined;
    let gone = false;
    void import('./maps.ts')
      .then((maps) => maps.openPickMap(element, county, controls, (point) => pick.current(point)))
      .then((map) => {
        if (gone) map.close();
        close = map.close;
        show.current = map.show;
        showChosen(map.show, place.current);
      })
      .catch(() => setBroken(true));
    return () => {
      gone = true;
      close?.();
    };
  }, [county, controls]);
  useEffect(() => {
    if (show.current !== undefined) showChosen(show.current, chosen);
  }, [chosen]);

  if (broken) return <p class="hint">{words.mapBroken}</p>;
  return <div class="map-holder" ref={holder} role="region" aria-label={controls.label} />;
}

function showChosen(show: ShowPin, chosen: string | undefined): void {
  const [, lon = '', lat = ''] = (chosen ?? '').split('|');
  if (lon !== '' && lat !== '') show([Number(lon), Number(lat)]);
}
