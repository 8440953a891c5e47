import { linkToken, newPassword, setup } from '@gezhi/contract/access/index';
import { say } from '@gezhi/contract/words/index';
import { passwordLength } from '@gezhi/domain/access/index';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'htm/preact';
import { z } from 'zod';
import { asked } from '../../http/index.ts';
import { limitOf } from '../../http/rate-limit.ts';
import { isRefusal, type Refusal, refuse } from '../../refusal.ts';
import { guessing } from '../session-routes.ts';
import { isEmpty, type SetUpDeps, setUp } from '../set-up.ts';
import { readLink, useLink } from '../use-link.ts';
import { sendPage, statusFor, wrongPiece } from './layout.ts';
import { nextPath } from './next-path.ts';
import { setUpForm, type Typed } from './set-up-page.ts';
import { passwordForm, signInForm } from './sign-in-page.ts';

const twice = z.object({ password: newPassword, again: newPassword });
const typedSetUp = z.record(z.string(), z.string().max(500));

const withToken = z.object({ token: z.string().max(200) });

/** What was typed as the API takes it; a number that is none stays one that its schema refuses. */
function setUpIn(body: Readonly<Record<string, string>>) {
  const { token, code, county, lon, lat, person, username, password } = body;
  return setup.safeParse({
    token,
    county: { code, name: county, centre: [Number(lon || Number.NaN), Number(lat || Number.NaN)] },
    administrator: { name: person, username, password },
  });
}

/** The pages behind one-time links, and the first set-up. */
export function serveOpeningPages(app: FastifyInstance, deps: SetUpDeps): void {
  const limited = { schema: { hide: true }, config: limitOf(deps.config, guessing) };

  async function showLink(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    wrong?: Refusal,
  ): Promise<void> {
    const { locale } = asked(request);
    const link = linkToken.safeParse(secret).success ? await readLink(deps, secret) : refuse('link.gone');
    if (isRefusal(link)) {
      const main = html`${wrongPiece(locale, link)}<p><a href="/sign-in">${say(locale, 'access.toSignIn')}</a></p>`;
      return sendPage(request, reply, { title: say(locale, 'access.link.gone.title'), main, status: statusFor(link) });
    }
    const { kind, name, username } = link;
    const action = `/${kind === 'invitation' ? 'invite' : 'reset'}/${secret}`;
    const main = passwordForm(locale, { action, username, least: passwordLength.least, ...(wrong && { wrong }) });
    return sendPage(request, reply, {
      title: say(locale, `entry.link.${kind}`, { name }),
      main,
      status: statusFor(wrong),
    });
  }

  function showSignIn(request: FastifyRequest, reply: FastifyReply, notice: string, username?: string): Promise<void> {
    const { locale } = asked(request);
    const main = signInForm(locale, {
      next: nextPath(undefined),
      notice,
      ...(username === undefined ? {} : { username }),
    });
    return sendPage(request, reply, { title: say(locale, 'entry.signIn.title'), main });
  }

  for (const path of ['/invite/:token', '/reset/:token']) {
    app.get<{ Params: { token: string } }>(path, limited, (request, reply) =>
      showLink(request, reply, request.params.token),
    );
    app.post<{ Params: { token: string } }>(path, limited, async (request, reply) => {
      const secret = request.params.token;
      const body = twice.safeParse(request.body);
      if (!body.success) return showLink(request, reply, secret, refuse('http.invalid'));
      const { password, again } = body.data;
      if (password !== again) return showLink(request, reply, secret, refuse('password.differ'));
      const used = linkToken.safeParse(secret).success
        ? await useLink(deps, { secret, password })
        : refuse('link.gone');
      if (isRefusal(used)) return showLink(request, reply, secret, used);
      return showSignIn(request, reply, say(asked(request).locale, 'entry.link.done'), used.username);
    });
  }

  function showSetUp(request: FastifyRequest, reply: FastifyReply, typed: Typed, wrong?: Refusal): Promise<void> {
    const { locale } = asked(request);
    const title = say(locale, 'entry.setup.title');
    return sendPage(request, reply, { title, status: statusFor(wrong), main: setUpForm(locale, { typed, wrong }) });
  }

  app.get('/setup', limited, async (request, reply) => {
    if (!(await isEmpty(deps))) return reply.redirect('/sign-in', 303);
    // The start of the server prints the address with its token.
    const printed = withToken.safeParse(request.query);
    return showSetUp(request, reply, printed.data ?? {});
  });
  app.post('/setup', limited, async (request, reply) => {
    const body = typedSetUp.safeParse(request.body);
    const typed = body.success ? body.data : {};
    const given = setUpIn(typed);
    const done = given.success ? await setUp(deps, given.data) : refuse('http.invalid');
    if (isRefusal(done) && done.code === 'setup.gone') return reply.redirect('/sign-in', 303);
    if (isRefusal(done)) return showSetUp(request, reply, typed, done);
    return showSignIn(request, reply, say(asked(request).locale, 'entry.setup.done'), typed['username']);
  });
}
