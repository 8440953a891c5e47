import { factorCode, typedPassword, typedUsername } from '@gezhi/contract/access/index';
import { say } from '@gezhi/contract/words/index';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { asked } from '../../http/index.ts';
import { limitOf } from '../../http/rate-limit.ts';
import { isRefusal, type Refusal, refuse } from '../../refusal.ts';
import type { AccessDeps } from '../deps.ts';
import { sendReset } from '../forgot-password.ts';
import { guessing, setCookies } from '../session-routes.ts';
import { type SignedIn, signIn, signInSecondly } from '../sign-in.ts';
import { landing } from './landing.ts';
import { sendPage, statusFor } from './layout.ts';
import { nextPath } from './next-path.ts';
import { codeForm, forgotForm, signInForm } from './sign-in-page.ts';

const nameAndPassword = z.object({ username: typedUsername, password: typedPassword });
const justCode = z.object({ code: factorCode });
const justName = z.object({ username: typedUsername });

function nextIn(source: unknown): string {
  return nextPath(typeof source === 'object' && source !== null && 'next' in source ? source.next : undefined);
}

/** Refuses a form that another site's page sends: it could sign somebody in as somebody else. */
function foreign(request: FastifyRequest): Refusal | undefined {
  return request.headers['sec-fetch-site'] === 'cross-site' ? refuse('http.foreignSite') : undefined;
}

/** Signing in by plain forms, without JavaScript. */
export function serveSignInPages(app: FastifyInstance, deps: AccessDeps): void {
  const limited = { schema: { hide: true }, config: limitOf(deps.config, guessing) };
  const hidden = { schema: { hide: true } };

  function showSignIn(request: FastifyRequest, reply: FastifyReply, next: string, wrong?: Refusal, username?: string) {
    const { locale } = asked(request);
    return sendPage(request, reply, {
      title: say(locale, 'entry.signIn.title'),
      status: statusFor(wrong),
      main: signInForm(locale, { next, wrong, ...(username === undefined ? {} : { username }) }),
    });
  }

  function showCode(request: FastifyRequest, reply: FastifyReply, next: string, wrong?: Refusal) {
    const { locale } = asked(request);
    const title = say(locale, 'entry.code.title');
    return sendPage(request, reply, { title, status: statusFor(wrong), main: codeForm(locale, { next, wrong }) });
  }

  function goOn(request: FastifyRequest, reply: FastifyReply, step: SignedIn, next: string) {
    setCookies(reply, step.cookies);
    if (step.session === undefined) return showCode(request, reply, next);
    return reply.redirect(landing(next, step.session.permissions, request.headers['user-agent']), 303);
  }

  app.get('/sign-in', hidden, (request, reply) => showSignIn(request, reply, nextIn(request.query)));
  app.post('/sign-in', limited, async (request, reply) => {
    const next = nextIn(request.body);
    const body = nameAndPassword.safeParse(request.body);
    const step = foreign(request) ?? (body.success ? await signIn(deps, body.data) : refuse('signIn.wrong'));
    if (isRefusal(step)) return showSignIn(request, reply, next, step, body.data?.username);
    return goOn(request, reply, step, next);
  });
  app.post('/sign-in/code', limited, async (request, reply) => {
    const next = nextIn(request.body);
    const body = justCode.safeParse(request.body);
    const { cookie } = request.headers;
    const step = body.success
      ? await signInSecondly(deps, { cookie, code: body.data.code })
      : refuse('secondFactor.wrong');
    if (!isRefusal(step)) return goOn(request, reply, step, next);
    const again = step.code.startsWith('secondFactor.');
    return again ? showCode(request, reply, next, step) : showSignIn(request, reply, next, step);
  });
  app.post('/sign-out', hidden, async (request, reply) => {
    const { cookie } = request.headers;
    if (cookie !== undefined) setCookies(reply, await deps.auth.signOut(cookie));
    deps.identities.forget();
    return reply.redirect('/sign-in', 303);
  });
  app.get('/forgot', hidden, (request, reply) => {
    const { locale } = asked(request);
    return sendPage(request, reply, { title: say(locale, 'entry.signIn.forgot'), main: forgotForm(locale) });
  });
  app.post('/forgot', limited, async (request, reply) => {
    const { locale } = asked(request);
    const body = justName.safeParse(request.body);
    if (body.success) {
      sendReset(deps, body.data.username).catch((error: unknown) =>
        deps.log.error({ err: error }, 'a reset was not sent'),
      );
    }
    const main = signInForm(locale, { next: nextPath(undefined), notice: say(locale, 'entry.forgot.sent') });
    return sendPage(request, reply, { title: say(locale, 'entry.signIn.title'), main });
  });
}
