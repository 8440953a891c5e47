import { type Locale, locales } from '@gezhi/contract/words/index';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeCookie } from '../http/index.ts';
import { type Html, html } from './html.ts';
import { hidden } from './pieces.ts';
import type { Say } from './voice.ts';

/** Text of the elder mode in pixels, the smallest first. */
const elderSizes = [18, 22, 26, 30] as const;
export type ElderSize = (typeof elderSizes)[number];

/** What one tap gives. */
const firstSize: ElderSize = 22;
const sizeCookie = 'gezhi_size';
const yearSeconds = 365 * 86_400;

/** The size somebody chose on this device; undefined outside the elder mode. */
export const sizeOf = (request: FastifyRequest): ElderSize | undefined =>
  elderSizes.find((size) => String(size) === request.cookies[sizeCookie]);

/** Only within this site; what else is asked for leads to the first page. */
function wayBack(asked: unknown): string {
  return typeof asked === 'string' && /^\/(?![/\\])[\w\-./~*$=?&%]*$/.test(asked) && !asked.includes('//')
    ? asked
    : '/';
}

interface Look {
  readonly say: Say;
  readonly locale: Locale;
  readonly size: ElderSize | undefined;
  /** The page this stands on. */
  readonly here: string;
}

/** Language, large text, reading aloud: on every page, without a script but for the voice. */
export function lookBar({ say, locale, size, here }: Look): Html {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const at = size === undefined ? -1 : elderSizes.indexOf(size);
  const button = (name: string, value: string | number, words: string): Html =>
    html`<button type="submit" name=${name} value=${value}>${words}</button>`;
  return html`<form class="look" method="post" action="/look" aria-label=${say('resident.look')}>
    ${hidden([['back', here]])}
    ${
      size === undefined
        ? button('size', firstSize, say('resident.look.elder'))
        : html`<button type="button" hidden data-read=${say('resident.look.stop')}>${say('resident.look.read')}</button>
          ${elderSizes[at - 1] === undefined ? null : button('size', elderSizes[at - 1] ?? '', say('resident.look.smaller'))}
          ${elderSizes[at + 1] === undefined ? null : button('size', elderSizes[at + 1] ?? '', say('resident.look.larger'))}
          ${button('size', '', say('resident.look.ordinary'))}`
    }
    <button type="submit" name="language" value=${other} lang=${other}>${say('desk.language')}</button>
  </form>`;
}

async function choose(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { language, size, back } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
  const locale = locales.find((one) => one === language);
  const chosen = elderSizes.find((one) => String(one) === size);
  if (locale !== undefined) void reply.setCookie(localeCookie, locale, { ...kept, maxAge: yearSeconds });
  if (chosen !== undefined) void reply.setCookie(sizeCookie, String(chosen), { ...kept, maxAge: yearSeconds });
  else if (size !== undefined) void reply.clearCookie(sizeCookie, kept);
  await reply.redirect(wayBack(back), 303);
}

/** Keeps the language and the size of the text on the device, and goes back. */
export function registerLook(app: FastifyInstance): void {
  app.post('/look', (request, reply) => choose(request, reply));
}
