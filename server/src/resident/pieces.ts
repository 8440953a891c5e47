import { type Html, html } from './html.ts';
import type { Say } from './voice.ts';

/** What is wrong with a form, by the name of the field. */
export type Mistakes = Readonly<Record<string, string | undefined>>;

interface FieldParts {
  readonly id: string;
  /** The same as the id where absent. */
  readonly name?: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly mistake?: string | undefined;
  readonly optional?: string | undefined;
  readonly rows?: number;
  readonly most?: number;
  readonly required?: boolean;
  /** Keyboard and completion of the field. */
  readonly mode?: Readonly<Record<string, string>>;
}

/** A labelled field with its hint and, above it, what is wrong with it. */
export function field({
  id,
  name = id,
  label,
  value,
  hint,
  mistake,
  optional,
  rows,
  most,
  required,
  mode = {},
}: FieldParts): Html {
  const described = [hint === undefined ? '' : `${id}-hint`, mistake === undefined ? '' : `${id}-mistake`]
    .join(' ')
    .trim();
  const shared = {
    id,
    name,
    required: required === true,
    maxlength: most ?? null,
    'aria-describedby': described === '' ? null : described,
    'aria-invalid': mistake === undefined ? null : 'true',
    ...mode,
  };
  return html`<div class="field">
    <label for=${id}>${label}${optional === undefined ? null : html` <span class="optional">${optional}</span>`}</label>
    ${mistake === undefined ? null : html`<p class="mistake" id=${`${id}-mistake`}>${mistake}</p>`}
    ${
      rows === undefined
        ? html`<input ...${shared} type=${mode['type'] ?? 'text'} value=${value} />`
        : html`<textarea ...${shared} rows=${rows} value=${value}></textarea>`
    }
    ${hint === undefined ? null : html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`}
  </div>`;
}

interface Option {
  readonly value: string;
  readonly label: Html;
}

/** One of several, as large buttons; works by touch, keyboard and without a script. */
export function choice(
  name: string,
  options: readonly Option[],
  chosen: string | undefined,
  more: { readonly required?: boolean } = {},
): Html {
  return html`<div class="choice">
    ${options.map(
      ({ value, label }) => html`<label class="pick">
        <input type="radio" name=${name} value=${value} checked=${value === chosen} required=${more.required === true} />
        <span>${label}</span>
      </label>`,
    )}
  </div>`;
}

/** A box to tick. */
export const tick = (name: string, label: string, ticked: boolean): Html =>
  html`<label class="tick"><input type="checkbox" name=${name} value="1" checked=${ticked} /><span>${label}</span></label>`;

export const hidden = (pairs: readonly (readonly [string, string])[]): Html =>
  pairs.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`);

/** What is wrong, on top of a form, each with a way to its field. */
export function mistakeList(say: Say, mistakes: Mistakes): Html {
  const wrong = Object.entries(mistakes).filter(([, text]) => text !== undefined);
  if (wrong.length === 0) return null;
  return html`<div class="alert" role="alert">
    <p>${say('resident.form.mistakes')}</p>
    <ul>
      ${wrong.map(([name, text]) => html`<li>${name === '' ? text : html`<a href=${`#${name}`}>${text}</a>`}</li>`)}
    </ul>
  </div>`;
}

/** Photos of a case in a row, each opening large. */
export function photoRow(say: Say, ids: readonly string[], query: string): Html {
  if (ids.length === 0) return null;
  return html`<ul class="photos">
    ${ids.map(
      (id, index) => html`<li>
        <a href=${`/files/${id}/2048${query}`}>
          <img src=${`/files/${id}/480${query}`} alt=${say('resident.follow.photo', { n: index + 1 })} loading="lazy" />
        </a>
      </li>`,
    )}
  </ul>`;
}
