/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { locate, search } from './place-api.ts';
import { PlaceMap } from './place-map.tsx';
import { optionOf, placeValue } from './place-value.ts';
import type { PlaceOption } from './place-value.ts';
import type { PlaceWords } from './place-words.ts';
import { fill } from './words.ts';

interface ChooseProps {
  readonly words: PlaceWords;
  readonly county: string;
  readonly found: readonly PlaceOption[];
  readonly chosen: PlaceOption | undefined;
  readonly typed: string;
  /** `more`: it may still be moved, the ways to choose stay open. */
  readonly onChoose: (option: PlaceOption, more?: boolean) => void;
}

/** Wait after the last key before the server is asked. */
const pauseMs = 300;

/** The ways to choose a place: the phone's position, a tap on the map, a name. */
export function Choose({ words, county, found: before, chosen, typed, onChoose }: ChooseProps) {
  const [found, setFound] = useState(before);
  const [query, setQuery] = useState(typed);
  const [message, setMessage] = useState('');
  const [mapOpen, setMapOpen] = useState(false);
  const asked = useRef(typed);

  const pick = async (point: readonly [number, number], more: boolean) => {
    const where = await locate(point);
    if (where !== undefined && !where.served) {
      setMessage(fill(words.unserved, { places: where.places.join('、') }));
      return;
    }
    const area =
      where?.chain
        .slice(-2)
        .map(({ name }) => name)
        .join(' ') ?? '';
    setMessage('');
    // The words typed before stand for another place now.
    asked.current = '';
    setQuery('');
    setFound([]);
    // Only a name somebody gave belongs to the report; that of the area is known from the point.
    onChoose(
      { value: placeValue('', point), label: area === '' ? words.here : fill(words.near, { area }), note: '' },
      more,
    );
  };
  const useGps = () => {
    setMessage(words.busy);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => void pick([coords.longitude, coords.latitude], false),
      () => setMessage(words.denied),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  useEffect(() => {
    const text = query.trim();
    if (text === asked.current.trim()) return undefined;
    const waiting = setTimeout(() => {
      asked.current = text;
      if (text === '') return setFound([]);
      return void search(text, county).then((hits) => {
        if (asked.current !== text) return;
        setFound(hits.map(optionOf));
        setMessage(hits.length === 0 ? fill(words.none, { query: text }) : '');
      });
    }, pauseMs);
    return () => clearTimeout(waiting);
  }, [query, county, words]);

  return (
    <>
      <div class="ways">
        {'geolocation' in navigator ? (
          <button type="button" onClick={useGps}>
            {words.gps}
          </button>
        ) : null}
        <button type="button" aria-expanded={mapOpen} onClick={() => setMapOpen(!mapOpen)}>
          {mapOpen ? words.mapClose : words.map}
        </button>
      </div>
      {mapOpen ? (
        <PlaceMap words={words} county={county} chosen={chosen?.value} onPick={(point) => void pick(point, true)} />
      ) : null}
      <div class="field">
        <label for="query">{words.search}</label>
        <input
          id="query"
          name="query"
          type="search"
          value={query}
          maxLength={50}
          autocomplete="off"
          enterkeyhint="search"
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </div>
      <p class="hint" role="status">
        {message}
      </p>
      {found.length === 0 ? null : (
        <ul class="hits" aria-label={words.choose}>
          {found.map((option) => (
            <li key={option.value}>
              <button type="button" onClick={() => onChoose(option)}>
                {option.label}
                {option.note === '' ? null : <small>{option.note}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
