import type { Problem } from './api.ts';
import { html } from './html.ts';
import type { Drawing, Page } from './page.ts';

/** What was refused or failed, in words, with a way on. */
export function failedPage(
  { say }: Drawing,
  { status, detail, title: named, requestId }: Pick<Problem, 'status' | 'detail' | 'title' | 'requestId'>,
): Page {
  const title = status === 404 ? say('resident.notFound.title') : say('resident.failed.title');
  const main = html`
    <h1>${title}</h1>
    <p class="lead">${detail ?? named}</p>
    ${status === 404 ? null : html`<p>${say('resident.failed.lead')}</p>`}
    <p class="hint figures">${say('ui.requestId', { id: requestId })}</p>
    <p class="ways"><a class="button" href="/">${say('resident.failed.back')}</a></p>`;
  return { title, main, status };
}
