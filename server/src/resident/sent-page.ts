import type { FollowView } from '@gezhi/contract/cases/index';
import { formatFollowCode } from '@gezhi/domain/cases/index';
import { stateSentence } from './follow-sentence.ts';
import { html } from './html.ts';
import type { Drawing, Page } from './page.ts';

/** The receipt: number, follow code, link, and what comes next. */
export function sentPage(
  drawing: Drawing,
  view: FollowView,
  { code, link, texted }: { readonly code: string; readonly link: string; readonly texted: boolean },
): Page {
  const { say } = drawing;
  const title = say('resident.sent.title');
  const shown = formatFollowCode(code);
  const main = html`
    <div class="receipt">
      <h1>${title}</h1>
      <dl>
        <dt>${say('resident.sent.number')}</dt>
        <dd class="figures">${view.number}</dd>
        <dt>${say('resident.sent.code')}</dt>
        <dd class="code">${shown}</dd>
        <dt>${say('resident.sent.link')}</dt>
        <dd><a href=${`/f/${code}`} class="long">${link}</a></dd>
      </dl>
      <p>${say(texted ? 'resident.sent.code.texted' : 'resident.sent.code.hint')}</p>
      <button
        type="button"
        class="main"
        hidden
        data-copy=${say('resident.sent.copyText', { number: view.number, code: shown, link })}
        data-copied=${say('resident.sent.copied')}
      >
        ${say('resident.sent.copy')}
      </button>
    </div>
    <h2>${say('resident.sent.next')}</h2>
    <p class="sentence">${stateSentence(drawing, view)}</p>
    <p class="ways">
      <a class="button" href=${`/f/${code}`}>${say('resident.sent.follow')}</a>
      <a class="button" href="/r">${say('resident.sent.another')}</a>
    </p>`;
  return { title, main, at: 'follow' };
}
