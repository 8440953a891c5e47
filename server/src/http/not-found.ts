import { say } from '@gezhi/contract/words/index';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'htm/preact';
import { refuse } from '../refusal.ts';
import { sendPlainPage } from './plain-page.ts';
import { asked, sendRefusal } from './refusing.ts';

/** What programs call: they are told in their own form, whatever they say they take. */
const forPrograms = /^\/(?:api|open311|files|assets)(?:[/?]|$)/;

/** Says that there is nothing at an address: a page with ways on for somebody who typed it, the problem document for programs. */
export async function sendNotFound(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const byHand = request.headers.accept?.includes('text/html') === true && !forPrograms.test(request.url);
  if (!byHand) return sendRefusal(request, reply, refuse('http.notFound'));
  const { locale } = asked(request);
  const main = html`<p>${say(locale, 'entry.notFound.lead')}</p>
    <p><a href="/r">${say(locale, 'entry.notFound.report')}</a></p>
    <p><a href="/f">${say(locale, 'entry.notFound.follow')}</a></p>
    <p class="soft"><a href="/sign-in">${say(locale, 'entry.notFound.signIn')}</a></p>`;
  await sendPlainPage(request, reply, { title: say(locale, 'entry.notFound.title'), main, status: 404 });
}
