import { caseRoutes } from '@gezhi/contract/cases/index';
import type { ReporterCommand } from '@gezhi/contract/cases/index';
import { parseFollowCode } from '@gezhi/domain/cases/index';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { limitOf } from '../http/rate-limit.ts';
import { callApi, type Problem } from './api.ts';
import type { PageDeps } from './deps.ts';
import { findPage, slipOf } from './find-page.ts';
import { fieldId, type ReporterAction, reporterActions, type Tried } from './follow-actions.ts';
import { followPage } from './follow-page.ts';
import { drawingOf, sendPage } from './page.ts';
import type { Mistakes } from './pieces.ts';
import { type Posted, readPosted } from './posted.ts';
import { mostPhotos, readReport } from './report-values.ts';
import { sentPage } from './sent-page.ts';
import type { Say } from './voice.ts';

/** The code in the address in its normal form; undefined after the page for finding one's report was sent. */
async function codeIn(deps: PageDeps, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
  const { code: typed = '' } = request.params as { code?: string };
  const parsed = parseFollowCode(typed);
  if (parsed.ok) return parsed.code;
  const drawing = drawingOf(deps, request);
  await sendPage(reply, drawing, findPage(drawing, typed, slipOf(drawing.say, typed)));
  return undefined;
}

/** Says on the page for finding one's report why this code opens nothing. */
async function refuseCode(
  deps: PageDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  problem: Problem,
): Promise<void> {
  const drawing = drawingOf(deps, request);
  const unknown = problem.status === 404;
  const mistake = unknown ? drawing.say('resident.find.unknown') : (problem.detail ?? problem.title);
  await sendPage(reply, drawing, { ...findPage(drawing, code, mistake), status: problem.status });
}

async function show(
  deps: PageDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  tried?: Tried,
): Promise<void> {
  const answer = await callApi(request, caseRoutes.follow, { params: { code } });
  if (!answer.ok) return refuseCode(deps, request, reply, code, answer.problem);
  const drawing = drawingOf(deps, request);
  const { done } = request.query as { done?: string };
  await sendPage(reply, drawing, followPage(drawing, { view: answer.value, code, done, tried, newKey: deps.newId }));
}

/** The command that a form asks for, or what it lacks. */
function commandOf(say: Say, action: ReporterAction, posted: Posted): ReporterCommand | Mistakes {
  const text = (name: string) => (posted.fields.get(name)?.at(-1) ?? '').replaceAll('\r\n', '\n').trim();
  const photos = [...readReport(posted.fields).photos, ...posted.kept].slice(0, mostPhotos);
  const blank = (name: string): Mistakes => ({ [fieldId(action, name)]: say('problem.field.text.blank') });
  switch (action) {
    case 'note':
      if (posted.refused[0] !== undefined)
        return { photos: say('resident.form.photoRefused', { name: posted.refused[0] }) };
      if (text('text') === '' && photos.length === 0) return blank('text');
      return {
        type: 'note',
        text: text('text') === '' ? say('resident.follow.note.photosOnly') : text('text'),
        photos,
      };
    case 'rate':
      return rating(say, text);
    case 'raiseAgain':
      return text('text') === '' ? blank('text') : { type: 'raiseAgain', text: text('text') };
    case 'askReopening':
    case 'appeal':
      return text('reason') === '' ? blank('reason') : { type: action, reason: text('reason') };
    case 'withdraw':
      return { type: 'withdraw', ...(text('reason') !== '' && { reason: text('reason') }) };
  }
}

function rating(say: Say, text: (name: string) => string): ReporterCommand | Mistakes {
  const answered = (['yes', 'no'] as const).find((one) => one === text('answered'));
  const solved = (['yes', 'partly', 'no'] as const).find((one) => one === text('solved'));
  const satisfied = (['very', 'fairly', 'no'] as const).find((one) => one === text('satisfied'));
  if (answered === undefined || solved === undefined || satisfied === undefined) {
    const first = [
      ['answered', answered],
      ['solved', solved],
      ['satisfied', satisfied],
    ].find(([, value]) => value === undefined)?.[0];
    return { [fieldId('rate', first ?? 'answered')]: say('resident.follow.rate.missing') };
  }
  return {
    type: 'rate',
    answered: answered === 'yes',
    solved,
    satisfied,
    ...(text('words') !== '' && { words: text('words') }),
  };
}

const isCommand = (made: ReporterCommand | Mistakes): made is ReporterCommand => 'type' in made;

async function act(deps: PageDeps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const code = await codeIn(deps, request, reply);
  if (code === undefined) return;
  const followed = await callApi(request, caseRoutes.follow, { params: { code } });
  if (!followed.ok) return refuseCode(deps, request, reply, code, followed.problem);
  const { say } = drawingOf(deps, request);
  const posted = await readPosted(request, deps.keepPhoto, followed.value.county);
  const action = reporterActions.find((one) => one === posted.fields.get('action')?.at(-1));
  if (action === undefined) return show(deps, request, reply, code);
  const texts = Object.fromEntries([...posted.fields].map(([name, values]) => [name, values.at(-1) ?? '']));
  const photos = [...readReport(posted.fields).photos, ...posted.kept];
  const again = (mistakes: Mistakes) => show(deps, request, reply, code, { action, mistakes, texts, photos });
  const made = commandOf(say, action, posted);
  if (!isCommand(made)) return again(made);
  const key = texts['key'] ?? '';
  const answer = await callApi(request, caseRoutes.followCommand, {
    params: { code },
    body: made,
    ...(key.length >= 8 && { idempotencyKey: key }),
  });
  if (answer.ok) {
    await reply.redirect(`/f/${code}?done=${action}`, 303);
    return;
  }
  return again(refusedBy(action, answer.problem));
}

/** What the API refused, beside the field where it has one, else on top. */
function refusedBy(action: ReporterAction, { errors = [], detail, title }: Problem): Mistakes {
  const first = errors[0];
  return first === undefined ? { '': detail ?? title } : { [fieldId(action, first.path)]: first.message };
}

/** Whole forms with photos from one address, which may be a village's. */
const posts = { max: 60, windowSeconds: 60 };

/** Finding one's report at `/f`, following it at `/f/<code>`, the receipt at `/f/<code>/sent`. */
export function registerFollow(app: FastifyInstance, deps: PageDeps): void {
  app.get('/f', async (request, reply) => {
    const drawing = drawingOf(deps, request);
    const { code } = request.query as { code?: string };
    if (code === undefined) return sendPage(reply, drawing, findPage(drawing, '', undefined));
    const parsed = parseFollowCode(code);
    if (parsed.ok) return reply.redirect(`/f/${parsed.code}`, 303);
    return sendPage(reply, drawing, findPage(drawing, code, slipOf(drawing.say, code)));
  });
  app.get('/f/:code', async (request, reply) => {
    const code = await codeIn(deps, request, reply);
    if (code !== undefined) await show(deps, request, reply, code);
  });
  app.get('/f/:code/sent', async (request, reply) => {
    const code = await codeIn(deps, request, reply);
    if (code === undefined) return;
    const answer = await callApi(request, caseRoutes.follow, { params: { code } });
    if (!answer.ok) return refuseCode(deps, request, reply, code, answer.problem);
    const drawing = drawingOf(deps, request);
    const texted = (request.query as { texted?: string }).texted === '1';
    await sendPage(
      reply,
      drawing,
      sentPage(drawing, answer.value, { code, link: `${deps.config.publicUrl}/f/${code}`, texted }),
    );
  });
  app.post('/f/:code', { config: limitOf(deps.config, posts) }, (request, reply) => act(deps, request, reply));
}
