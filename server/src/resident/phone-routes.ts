import { accessRoutes } from '@gezhi/contract/access/index';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callApi } from './api.ts';
import type { PageDeps } from './deps.ts';
import { forgetPhoneProof, keepPhoneProof, phoneProof } from './device.ts';
import { drawingOf, sendPage } from './page.ts';
import { type PhoneStep, phonePage } from './phone-page.ts';
import { countyOf } from './place-facts.ts';
import { readPosted } from './posted.ts';

async function show(deps: PageDeps, request: FastifyRequest, reply: FastifyReply, step: PhoneStep): Promise<void> {
  const drawing = drawingOf(deps, request);
  await sendPage(reply, drawing, phonePage(drawing, step));
}

/** First the code is sent, then it is typed; the proof stays on the device as a cookie that scripts cannot read. */
async function act(deps: PageDeps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { fields } = await readPosted(request, deps.keepPhoto, undefined);
  const text = (name: string) => (fields.get(name)?.at(-1) ?? '').trim();
  if (text('act') === 'forget') {
    forgetPhoneProof(request, reply);
    return show(deps, request, reply, { at: 'number', phone: '' });
  }
  return text('id') === '' ? sendCode(deps, request, reply, text('phone')) : confirm(deps, request, reply, text);
}

async function sendCode(deps: PageDeps, request: FastifyRequest, reply: FastifyReply, phone: string): Promise<void> {
  const county = countyOf(deps);
  const sent = await callApi(request, accessRoutes.verifyPhone, {
    body: { phone, ...(county !== undefined && { county }) },
  });
  if (sent.ok) return show(deps, request, reply, { at: 'code', phone, id: sent.value.id });
  const { errors, detail, title } = sent.problem;
  return show(deps, request, reply, { at: 'number', phone, mistake: errors?.[0]?.message ?? detail ?? title });
}

async function confirm(
  deps: PageDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  text: (name: string) => string,
): Promise<void> {
  const [id, phone] = [text('id'), text('phone')];
  const code = text('code').normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(code)) {
    const { say } = drawingOf(deps, request);
    return show(deps, request, reply, { at: 'code', phone, id, mistake: say('resident.phone.codeShape') });
  }
  const proved = await callApi(request, accessRoutes.confirmPhone, { body: { id, code } });
  if (!proved.ok)
    return show(deps, request, reply, {
      at: 'code',
      phone,
      id,
      mistake: proved.problem.detail ?? proved.problem.title,
    });
  keepPhoneProof(request, reply, proved.value.token, proved.value.expires);
  return show(deps, request, reply, { at: 'done' });
}

/** Verifying one's phone at `/phone`. */
export function registerPhone(app: FastifyInstance, deps: PageDeps): void {
  app.get('/phone', (request, reply) =>
    show(deps, request, reply, phoneProof(request) === undefined ? { at: 'number', phone: '' } : { at: 'done' }),
  );
  app.post('/phone', (request, reply) => act(deps, request, reply));
}
