import { type Html, html } from './html.ts';
import { keptPhoto } from './kept-photos.ts';
import type { Drawing } from './page.ts';

/**
 * Where photos are added. Without a script it is a plain file field, and photos that came with an earlier try are
 * boxes to keep or drop; a script puts its own in the place of both (`data-photos`).
 */
export function photoPart(
  { say }: Drawing,
  kept: readonly string[],
  county: string | undefined,
  mistake: string | undefined,
): Html {
  const words = {
    add: say('ui.photo.add'),
    going: say('ui.photo.going'),
    failed: say('ui.photo.failed'),
    refused: say('ui.photo.refused'),
    drop: say('ui.photo.drop', { name: '{name}' }),
    kept: say('resident.follow.photo', { n: '{n}' }),
  };
  return html`<div class="field" id="photos">
    <label for="photo-files">${say('resident.form.photos')}</label>
    ${mistake === undefined ? null : html`<p class="mistake" id="photos-mistake">${mistake}</p>`}
    <div data-photos=${JSON.stringify(words)} data-kept=${kept.join(' ')} data-county=${county ?? ''}>
      ${
        kept.length === 0
          ? null
          : html`<p>${say('resident.form.photos.kept', { n: kept.length })}</p>
              ${kept.map(
                (id, index) => html`<label class="tick">
                  <input type="checkbox" name="photo" value=${id} checked />
                  <img src=${keptPhoto(id)} alt="" width="96" height="96" />
                  <span>${say('resident.form.photos.keep', { n: index + 1 })}</span>
                </label>`,
              )}`
      }
      <input type="file" id="photo-files" name="photos" accept="image/*" multiple />
    </div>
    <p class="hint">${say('resident.form.photos.hint')}</p>
  </div>`;
}
