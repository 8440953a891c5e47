import { inLocale } from '@gezhi/contract/words/index';
import { type Html, html } from './html.ts';
import { workersPart } from './grid-worker.ts';
import type { Drawing, Page } from './page.ts';
import { photoPart } from './photo-part.ts';
import { choice, field, hidden, mistakeList, tick } from './pieces.ts';
import { placePart } from './place-part.ts';
import type { ReportForm } from './report-form.ts';

/** The form: what, where, send. Works as it stands without a script. */
export function reportPage(drawing: Drawing, form: ReportForm): Page {
  const { say } = drawing;
  const { values, mistakes, action } = form;
  const title = say(values.complaint ? 'resident.form.complaint.title' : 'resident.title');
  const main = html`
    <h1>${title}</h1>
    ${values.complaint ? null : workersPart(drawing, form.workers)}
    ${form.note === undefined ? null : html`<p class="note" role="status">${form.note}</p>`}
    ${mistakeList(say, mistakes)}
    ${values.complaint && html`<p class="lead">${say('resident.form.complaint.hint')}</p>`}
    <form method="post" action=${action} enctype="multipart/form-data" data-report="" data-sending=${say('resident.form.sending')} data-waiting=${say('resident.form.waiting')} novalidate>
      ${hidden([['key', values.key], ['shown', values.shown], ...(values.complaint ? ([['complaint', '1']] as const) : [])])}
      <div class="unseen" aria-hidden="true">
        <button type="submit" name="act" value="send" tabindex="-1">${say('resident.form.send')}</button>
        <label>${say('resident.form.trap')}<input type="text" name="website" tabindex="-1" autocomplete="off" value=${values.trap} /></label>
      </div>
      <section>
        <h2><span class="step">1</span>${say('resident.form.step.what')}</h2>
        ${photoPart(drawing, values.photos, form.county, mistakes['photos'])}
        ${field({
          id: 'description',
          label: say('resident.form.description'),
          value: values.description,
          hint: values.complaint ? undefined : say('resident.form.description.hint'),
          mistake: mistakes['description'],
          rows: 4,
          most: 4000,
        })}
        ${values.complaint ? null : categoryPart(drawing, form)}
      </section>
      <section>
        <h2><span class="step">2</span>${say('resident.form.step.where')}</h2>
        ${placePart(drawing, form)}
        ${field({
          id: 'address',
          label: say('resident.form.address'),
          optional: say('resident.form.optional'),
          value: values.address,
          hint: say('resident.form.address.hint'),
          mistake: mistakes['address'],
          most: 200,
        })}
        ${values.complaint ? aboutPart(drawing, form) : null}
      </section>
      <section>
        <h2><span class="step">3</span>${say('resident.form.step.send')}</h2>
        ${contactPart(drawing, form)}
        <button type="submit" name="act" value="send" class="main">${say('resident.form.send')}</button>
        <p class="hint">${say('resident.form.privacy')}</p>
      </section>
    </form>
    <p class="aside">
      ${
        values.complaint
          ? html`<a href=${action}>${say('resident.form.complaint.back')}</a>`
          : html`<a href=${`${action}?complaint=1`}>${say('resident.form.complaint')}</a>`
      }
    </p>`;
  return { title, main, at: 'report', status: Object.values(mistakes).some((text) => text !== undefined) ? 422 : 200 };
}

function categoryPart({ locale, say }: Drawing, { everyday, values, mistakes }: ReportForm): Html {
  if (everyday.length === 0) return null;
  const kinds = everyday.map(({ code, name }) => ({ value: code, label: inLocale(locale, name) }));
  return html`<fieldset id="category">
    <legend>${say('resident.form.category')} <span class="optional">${say('resident.form.optional')}</span></legend>
    ${mistakes['category'] === undefined ? null : html`<p class="mistake">${mistakes['category']}</p>`}
    <p class="hint">${say('resident.form.category.hint')}</p>
    ${choice('category', [...kinds, { value: '', label: say('resident.form.category.none') }], values.category === '' ? undefined : values.category)}
  </fieldset>`;
}

/** Whom a complaint is about: the desks over the place by name, or somebody else, who is named in the words. */
function aboutPart({ say }: Drawing, { desks, values, mistakes }: ReportForm): Html {
  const lowest = desks[0];
  if (lowest === undefined) return null;
  const options = desks.map(({ code, name }) => ({ value: code, label: name }));
  const chosen = values.about === '' ? undefined : values.about;
  return html`<fieldset id="about">
    <legend>${say('resident.form.about')}</legend>
    ${mistakes['about'] === undefined ? null : html`<p class="mistake">${mistakes['about']}</p>`}
    ${choice('about', [...options, { value: 'other', label: say('resident.form.about.other') }], chosen)}
  </fieldset>`;
}

/** How to reach them: folded, because nobody has to. Open once something is in it. */
function contactPart({ say }: Drawing, { values, mistakes }: ReportForm): Html {
  const filled = values.phone !== '' || values.name !== '' || values.onBehalf || values.hide || values.complaint;
  return html`<details class="fold" open=${filled || mistakes['phone'] !== undefined || mistakes['name'] !== undefined}>
    <summary>${say('resident.form.step.who')} <span class="optional">${say('resident.form.optional')}</span></summary>
    ${field({
      id: 'phone',
      label: say('resident.form.phone'),
      value: values.phone,
      hint: say('resident.form.phone.hint'),
      mistake: mistakes['phone'],
      most: 30,
      mode: { type: 'tel', inputmode: 'tel', autocomplete: 'tel' },
    })}
    ${field({
      id: 'name',
      label: say('resident.form.name'),
      value: values.name,
      mistake: mistakes['name'],
      most: 50,
      mode: { autocomplete: 'name' },
    })}
    ${tick('onBehalf', say('resident.form.onBehalf'), values.onBehalf)}
    ${tick('hide', say('resident.form.hide'), values.hide)}
  </details>`;
}
