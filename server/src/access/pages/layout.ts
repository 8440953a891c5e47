import { type Locale, say, sayData, type WordId, isWordId } from '@gezhi/contract/words/index';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'htm/preact';
import { asked, sendPlainPage } from '../../http/index.ts';
import { statusOf } from '../../http/statuses.ts';
import type { Refusal } from '../../refusal.ts';

/** Answers with a page that no cache keeps, and the way to the other language. */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: { readonly title: string; readonly main: unknown; readonly status?: number },
): Promise<void> {
  const { locale } = asked(request);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const main = html`${page.main}
    <form class="look" method="post" action="/look">
      <input type="hidden" name="back" value=${request.method === 'GET' ? request.url : '/sign-in'} />
      <button name="language" value=${other} lang=${other}>${say(locale, 'desk.language')}</button>
    </form>`;
  await sendPlainPage(request, reply, { ...page, main });
}

/** What went wrong, said above a form, and the status that goes with it. */
export function wrongPiece(locale: Locale, refusal: Pick<Refusal, 'code' | 'params'> | undefined) {
  if (refusal === undefined) return null;
  const id: WordId = isWordId(`problem.${refusal.code}`)
    ? (`problem.${refusal.code}` as WordId)
    : 'problem.http.invalid';
  return html`<p class="wrong" role="alert" id="wrong">${sayData(locale, id, refusal.params ?? {})}</p>`;
}

export function statusFor(refusal: Pick<Refusal, 'code'> | undefined): number {
  return refusal === undefined ? 200 : statusOf(refusal.code);
}

/** One field with its label. */
export function field(given: {
  readonly id: string;
  readonly label: string;
  readonly type?: string;
  readonly autocomplete: string;
  readonly value?: string;
  readonly inputmode?: string;
  readonly focus?: boolean;
  readonly hint?: string;
}) {
  const { id, label, type = 'text', autocomplete, value, inputmode, focus, hint } = given;
  return html`<label for=${id}>${label}</label>
    ${hint === undefined ? null : html`<p class="soft" id=${`${id}-hint`}>${hint}</p>`}
    <input id=${id} name=${id} type=${type} autocomplete=${autocomplete} value=${value} inputmode=${inputmode} required autofocus=${focus} aria-describedby=${hint === undefined ? undefined : `${id}-hint`} />`;
}
