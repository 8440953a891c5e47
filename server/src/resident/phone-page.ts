import { type Html, html } from './html.ts';
import type { Drawing, Page } from './page.ts';
import { field, hidden } from './pieces.ts';

/** Where verifying a phone stands. */
export type PhoneStep =
  | { readonly at: 'number'; readonly phone: string; readonly mistake?: string }
  | { readonly at: 'code'; readonly phone: string; readonly id: string; readonly mistake?: string }
  | { readonly at: 'done' };

/** Verifying a phone: number, code, done. */
export function phonePage(drawing: Drawing, step: PhoneStep): Page {
  const title = drawing.say('resident.phone.title');
  const main = html`<h1>${title}</h1>${part(drawing, step)}`;
  return { title, main, status: 'mistake' in step && step.mistake !== undefined ? 422 : 200 };
}

/** No text leaves the demonstration: where the code can be read is said instead. */
const demoNote = ({ say, demo }: Drawing): Html =>
  demo &&
  html`<p class="note">${say('resident.phone.demo')} <a href="/desk/outbox">${say('resident.phone.demoLink')}</a></p>`;

function part(drawing: Drawing, step: PhoneStep): Html {
  const { say } = drawing;
  switch (step.at) {
    case 'number':
      return html`<p class="lead">${say('resident.phone.lead')}</p>
        ${demoNote(drawing)}
        <form method="post" action="/phone" class="narrow">
          ${field({
            id: 'phone',
            label: say('resident.form.phone'),
            value: step.phone,
            mistake: step.mistake,
            most: 30,
            required: true,
            mode: { type: 'tel', inputmode: 'tel', autocomplete: 'tel' },
          })}
          <button type="submit" class="main">${say('resident.phone.send')}</button>
        </form>`;
    case 'code':
      return html`<p class="lead">${say('resident.phone.sent', { phone: step.phone })}</p>
        ${demoNote(drawing)}
        <form method="post" action="/phone" class="narrow">
          ${hidden([
            ['id', step.id],
            ['phone', step.phone],
          ])}
          ${field({
            id: 'code',
            label: say('resident.phone.code'),
            value: '',
            mistake: step.mistake,
            most: 12,
            required: true,
            mode: { inputmode: 'numeric', autocomplete: 'one-time-code', class: 'code-input' },
          })}
          <button type="submit" class="main">${say('resident.phone.confirm')}</button>
        </form>
        <p class="aside"><a href="/phone">${say('resident.phone.again')}</a></p>`;
    case 'done':
      return html`<p class="note" role="status">${say('resident.phone.done')}</p>
        <p class="ways"><a class="button" href="/r">${say('resident.home.report')}</a></p>
        <form method="post" action="/phone" class="narrow">
          <button type="submit" name="act" value="forget" class="quiet">${say('resident.phone.forget')}</button>
        </form>`;
  }
}
