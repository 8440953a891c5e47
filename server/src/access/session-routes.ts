import { sessionRoutes } from '@gezhi/contract/access/index';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { serve } from '../http/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { AccessDeps } from './deps.ts';
import { changePassword, confirmEnrolment, enrol, ownOf } from './own-account.ts';
import { signIn, signInSecondly } from './sign-in.ts';

/** Guessing pays here: one address gets this many tries a minute, whatever the names. */
export const guessing = { max: 60, windowSeconds: 60 };

/** Sets cookies that are complete Set-Cookie values. */
export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
}

/** Signing in and out, the own password and second factor. */
export function serveSessions(app: FastifyInstance, deps: AccessDeps): void {
  const { identities } = deps;
  const limit = guessing;
  serve(
    app,
    deps,
    sessionRoutes.signIn,
    async ({ body, reply }) => {
      const step = await signIn(deps, body);
      if (isRefusal(step)) return step;
      setCookies(reply, step.cookies);
      if (step.session !== undefined) return step.session;
      reply.code(202);
      return { secondFactor: 'required' as const };
    },
    { limit },
  );
  serve(
    app,
    deps,
    sessionRoutes.secondFactor,
    async ({ body, request, reply }) => {
      const step = await signInSecondly(deps, { cookie: request.headers.cookie, code: body.code });
      if (isRefusal(step)) return step;
      setCookies(reply, step.cookies);
      return step.session ?? refuse('signIn.expired');
    },
    { limit },
  );
  serve(app, deps, sessionRoutes.whoAmI, async ({ request, reply }) => {
    reply.header('cache-control', 'no-store');
    return ownOf(await identities.of(request)).session;
  });
  serve(app, deps, sessionRoutes.signOut, async ({ request, reply }) => {
    const { cookie } = request.headers;
    if (cookie === undefined || deps.auth.sessionTokenIn(cookie) === undefined) return undefined;
    setCookies(reply, await deps.auth.signOut(cookie));
    identities.forget();
    return undefined;
  });
  serve(
    app,
    deps,
    sessionRoutes.changePassword,
    async ({ request, body }) => changePassword(deps, ownOf(await identities.of(request)), body),
    { limit },
  );
  serve(
    app,
    deps,
    sessionRoutes.enrol,
    async ({ request, body, reply }) => {
      reply.header('cache-control', 'no-store');
      const cookie = request.headers.cookie ?? '';
      return enrol(deps, ownOf(await identities.of(request)), { cookie, password: body.password });
    },
    { limit },
  );
  serve(
    app,
    deps,
    sessionRoutes.confirmEnrolment,
    async ({ request, body, reply }) => {
      const cookie = request.headers.cookie ?? '';
      const done = await confirmEnrolment(deps, ownOf(await identities.of(request)), { cookie, code: body.code });
      if (isRefusal(done)) return done;
      setCookies(reply, done.cookies);
      return done.session;
    },
    { limit },
  );
}
