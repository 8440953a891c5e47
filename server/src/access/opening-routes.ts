import { openingRoutes } from '@gezhi/contract/access/index';
import type { FastifyInstance } from 'fastify';
import { serve } from '../http/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { sendReset } from './forgot-password.ts';
import { guessing } from './session-routes.ts';
import { type SetUpDeps, setUp } from './set-up.ts';
import { readLink, useLink } from './use-link.ts';
import { confirmPhoneCode, sendPhoneCode } from './verify-phone.ts';

/** Messages cost money: one address gets this many an hour. Many phones share one address of a mobile network. */
const sending = { max: 60, windowSeconds: 3600 };

/** What somebody without a session may do. */
export function serveOpenings(app: FastifyInstance, deps: SetUpDeps): void {
  const limit = guessing;
  serve(app, deps, openingRoutes.readLink, ({ params }) => readLink(deps, params.token), { limit });
  serve(
    app,
    deps,
    openingRoutes.useLink,
    async ({ params, body }) => {
      const used = await useLink(deps, { secret: params.token, password: body.password });
      return isRefusal(used) ? used : undefined;
    },
    { limit },
  );
  serve(
    app,
    deps,
    openingRoutes.forgotPassword,
    async ({ body }) => {
      // Not waited for: how long it takes would tell whether there is such an account.
      sendReset(deps, body.username).catch((error: unknown) => deps.log.error({ err: error }, 'a reset was not sent'));
      return undefined;
    },
    { limit: sending },
  );
  serve(
    app,
    deps,
    openingRoutes.verifyPhone,
    async ({ body }) => {
      const served = body.county === undefined || deps.places.served().some(({ county }) => county === body.county);
      return served ? sendPhoneCode(deps, body) : refuse('county.unknown');
    },
    { limit: sending },
  );
  serve(app, deps, openingRoutes.confirmPhone, ({ body }) => confirmPhoneCode(deps, body), { limit });
  serve(app, deps, openingRoutes.setup, ({ body }) => setUp(deps, body), { limit });
}
