/** @jsxImportSource preact */
import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Choose } from './choose-place.tsx';
import type { PlaceOption } from './place-value.ts';
import type { PlaceWords } from './place-words.ts';
import { fill } from './words.ts';

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
  const others = options.map(({ option }) => option).filter((option) => option !== chosen);
  render(<Place words={words} county={county} found={others} chosen={chosen} typed={typed} />, island);
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
  readonly found: readonly PlaceOption[];
  readonly chosen: PlaceOption | undefined;
  readonly typed: string;
}

/** The place that is chosen, with a way to change it; or the ways to choose one. */
function Place({ words, county, found, chosen: before, typed }: PlaceProps) {
  const [chosen, setChosen] = useState(before);
  const [choosing, setChoosing] = useState(before === undefined || found.length > 0);
  const change = useRef<HTMLButtonElement>(null);

  const choose = (option: PlaceOption, more = false) => {
    setChosen(option);
    setChoosing(more);
    // The list that held the focus is gone: it goes on with what stands in its place.
    if (!more) requestAnimationFrame(() => change.current?.focus());
  };
  return (
    <>
      {chosen === undefined ? null : (
        <div class="chosen">
          <input type="hidden" name="place" value={chosen.value} />
          <p role="status">{fill(words.chosen, { name: chosen.label })}</p>
          {chosen.note === '' ? null : <p class="hint">{chosen.note}</p>}
          {choosing ? null : (
            <button type="button" ref={change} onClick={() => setChoosing(true)}>
              {words.other}
            </button>
          )}
        </div>
      )}
      {choosing ? (
        <Choose words={words} county={county} found={found} chosen={chosen} typed={typed} onChoose={choose} />
      ) : null}
    </>
  );
}
