import type { PlaceHit } from '@gezhi/contract/places/index';
import { type ChosenPlace, placeOfHit, writePlace } from './chosen-place.ts';
import { type Html, html } from './html.ts';
import type { Drawing } from './page.ts';
import { mapControls } from './map-controls.ts';
import { choice, hidden } from './pieces.ts';
import type { ReportForm } from './report-form.ts';

/**
 * Where it is: the place of the label, else a search by name. A script adds the phone's position and the map, and
 * shows what is found while one types (`data-place`).
 */
export function placePart(drawing: Drawing, form: ReportForm): Html {
  const { say } = drawing;
  const { values, mistakes, label } = form;
  const options = optionsOf(drawing, form);
  const chosen = values.place === undefined ? undefined : writePlace(values.place);
  return html`<div id="place" data-place=${JSON.stringify(placeWords(drawing))} data-county=${form.county ?? ''} data-label=${label === undefined ? '' : '1'}>
    ${mistakes['place'] === undefined ? null : html`<p class="mistake">${mistakes['place']}</p>`}
    ${
      options.length === 0
        ? null
        : html`<fieldset data-places="">
            <legend>${form.hits === undefined || form.hits.length === 0 ? say('resident.form.place.known') : say('resident.form.place.choose')}</legend>
            ${choice('place', options, chosen ?? (options.length === 1 ? options[0]?.value : undefined))}
          </fieldset>`
    }
    ${searchPart(drawing, form)}
  </div>`;
}

function searchPart({ say }: Drawing, { values, hits, label, mistakes }: ReportForm): Html {
  const nothing = hits !== undefined && hits.length === 0;
  const search = html`<div class="field">
    <label for="query">${say('resident.form.place.search')}</label>
    ${nothing && mistakes['place'] === undefined && html`<p class="mistake" role="status">${say('resident.form.place.none', { query: values.query })}</p>`}
    <div class="with-button">
      <input id="query" name="query" type="search" value=${values.query} maxlength="50" autocomplete="off" enterkeyhint="search" />
      <button type="submit" name="act" value="find" formnovalidate>${say('resident.form.place.find')}</button>
    </div>
    ${hits === undefined ? null : hidden([['searched', values.query]])}
  </div>`;
  if (label === undefined) return search;
  return html`<details open=${hits !== undefined}>
    <summary>${say('resident.form.place.other')}</summary>
    ${search}
  </details>`;
}

interface PlaceOption {
  readonly value: string;
  readonly label: Html;
}

/** The place of the label or the one chosen before, then what was found. */
function optionsOf(drawing: Drawing, form: ReportForm): readonly PlaceOption[] {
  const { values, hits = [] } = form;
  const found = hits.map((hit) => ({ value: writePlace(placeOfHit(hit)), label: hitLabel(hit) }));
  const { place } = values;
  if (place === undefined || found.some(({ value }) => value === writePlace(place))) return found;
  return [{ value: writePlace(place), label: nameOf(drawing, place, form.nearby) }, ...found];
}

/** A point somebody tapped has no name of its own: it is said by the area around it. */
function nameOf({ say }: Drawing, place: ChosenPlace, area: string | undefined): string {
  if (place.name !== '') return place.name;
  return area === undefined ? say('resident.form.place.here') : say('resident.form.place.near', { area });
}

function hitLabel({ name, address, areaName }: PlaceHit): Html {
  const where = [address, areaName === name ? undefined : areaName].filter((part) => part !== undefined && part !== '');
  return html`${name}${where.length === 0 ? null : html`<small>${where.join(' · ')}</small>`}`;
}

/** What the script of the page says. */
const placeWords = ({ say }: Drawing) => ({
  gps: say('resident.form.place.gps'),
  map: say('resident.form.place.map'),
  controls: mapControls(say, say('resident.form.place.mapLabel')),
  mapClose: say('resident.form.place.mapClose'),
  mapBroken: say('ui.map.broken'),
  here: say('resident.form.place.here'),
  near: say('resident.form.place.near', { area: '{area}' }),
  chosen: say('resident.form.place.chosen', { name: '{name}' }),
  denied: say('resident.form.place.gpsDenied'),
  busy: say('resident.form.place.busy'),
  none: say('resident.form.place.none', { query: '{query}' }),
  unserved: say('ui.place.unserved', { places: '{places}' }),
  choose: say('resident.form.place.choose'),
  search: say('resident.form.place.search'),
  other: say('resident.form.place.other'),
});
