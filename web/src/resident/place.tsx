/** @jsxImportSource preact */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { locate, search } from './place-api.ts';
import { PlaceMap } from './place-map.tsx';
import { optionOf, placeValue } from './place-value.ts';
import type { PlaceOption } from './place-value.ts';
import { fill } from './words.ts';

export interface PlaceWords {
  readonly gps: string;
  readonly map: string;
  readonly mapLabel: string;
  readonly mapClose: string;
  readonly mapBroken: string;
  readonly here: string;
  readonly near: string;
  readonly chosen: string;
  readonly denied: string;
  readonly busy: string;
  readonly none: string;
  readonly unserved: string;
  readonly choose: string;
  readonly search: string;
}

/** Adds the phone's position, the map, and finding while one types, to the plain search of the form. */
export function enhancePlace(): void {
  const holder = document.querySelector<HTMLElement>('[data-place]');
  if (holder === null) return;
  const words = JSON.parse(holder.dataset['place'] ?? '{}') as PlaceWords;
  const typed = holder.querySelector<HTMLInputElement>('#query')?.value ?? '';
  const county = holder.dataset['county'] ?? '';
  const options = [...holder.querySelectorAll<HTMLInputElement>('input[name="place"]')].map((input) => ({
    option: optionIn(input),
    checked: input.checked,
  }));
  const mistake = holder.querySelector(':scope > .mistake');
  const island = document.createElement('div');
  holder.replaceChildren(...(mistake === null ? [] : [mistake]), island);
  const chosen = options.find(({ checked }) => checked)?.option;
  render(
    <Place words={words} county={county} options={options.map(({ option }) => option)} chosen={chosen} typed={typed} />,
    island,
  );
}

function optionIn(input: HTMLInputElement): PlaceOption {
  const shown = input.nextElementSibling;
  const note = shown?.querySelector('small')?.textContent ?? '';
  const whole = shown?.textContent ?? '';
  return { value: input.value, label: note === '' ? whole : whole.slice(0, -note.length), note };
}

interface PlaceProps {
  readonly words: PlaceWords;
  readonly county: string;
  readonly options: readonly PlaceOption[];
  readonly chosen: PlaceOption | undefined;
  readonly typed: string;
}

/** Wait after the last key before the server is asked. */
const pauseMs = 300;

function Place({ words, county, options: first, chosen: before, typed }: PlaceProps) {
  const [found, setFound] = useState(first);
  const [chosen, setChosen] = useState(before);
  const [query, setQuery] = useState(typed);
  const [message, setMessage] = useState('');
  const [mapOpen, setMapOpen] = useState(false);
  const asked = useRef(typed);

  const pick = async (point: readonly [number, number]) => {
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
    const name = area === '' ? words.here : fill(words.near, { area });
    setMessage('');
    setChosen({ value: placeValue(name, point), label: name, note: '' });
  };
  const useGps = () => {
    setMessage(words.busy);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => void pick([coords.longitude, coords.latitude]),
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
  }, [query]);

  const options =
    chosen === undefined || found.some(({ value }) => value === chosen.value) ? found : [chosen, ...found];
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
        <PlaceMap words={words} county={county} chosen={chosen?.value} onPick={(point) => void pick(point)} />
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
      {options.length === 0 ? null : (
        <fieldset data-places="">
          <legend class={chosen === undefined ? '' : 'sr-only'}>{words.choose}</legend>
          <div class="choice">
            {options.map((option) => (
              <label class="pick" key={option.value}>
                <input
                  type="radio"
                  name="place"
                  value={option.value}
                  checked={option.value === chosen?.value}
                  onChange={() => setChosen(option)}
                />
                <span>
                  {option.label}
                  {option.note === '' ? null : <small>{option.note}</small>}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
