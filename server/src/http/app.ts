import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { Actor } from '@gezhi/domain/access/index';
import type { Route } from '@gezhi/contract/route';
import {
  fastify,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifySchemaCompiler,
} from 'fastify';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { closeRestingLines } from './close-resting-lines.ts';
import { failureOf } from './failures.ts';
import { fieldErrors, InvalidRequest } from './invalid-request.ts';
import { measure } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { sendNotFound } from './not-found.ts';
import { sendRefusal } from './refusing.ts';
import { bareHeaders, secure } from './security.ts';
import { refuseUnsound } from './sound-input.ts';
import { answerUnreadable } from './unreadable.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; filled before a route is entered. */
    actor: Actor;
  }
  interface FastifyContextConfig {
    /** The entry of the route table; absent for pages and files. */
    route?: Route;
  }
}

const bodyLimit = 1_048_576;

const validator: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const read = schema.safeParse(data);
    return read.success ? { value: read.data } : { error: new InvalidRequest(fieldErrors(read.error.issues)) };
  };

/** Answers an error with its problem document; what is our fault is noted in the log with the request's id. */
async function fail(log: Deps['log'], error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { refusal, noted } = failureOf(error);
  if (noted) log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a request failed');
  if (refusal.code === 'http.unavailable') reply.header('retry-after', '2');
  await sendRefusal(request, reply, refusal);
}

/** The HTTP server with everything that all routes share; nouns then register their own with `serve`. */
export async function openApp(deps: Pick<Deps, 'config' | 'log' | 'newId' | 'identify'>): Promise<FastifyInstance> {
  const { config, log } = deps;
  const app = fastify({
    bodyLimit,
    genReqId: () => deps.newId(),
    requestIdHeader: false,
    trustProxy: config.trustProxy.length === 0 ? false : [...config.trustProxy],
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: 'idle',
    clientErrorHandler: (error, socket) => answerUnreadable(deps.newId, error, socket),
    frameworkErrors: (error, request, reply) => {
      // No hook has run for an address that cannot be read.
      reply.headers({ ...bareHeaders, 'x-request-id': request.id });
      void fail(log, error, request, reply);
    },
  });
  closeRestingLines(app);
  app.setValidatorCompiler(validator);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler((error, request, reply) => fail(log, error, request, reply));
  app.setNotFoundHandler(sendNotFound);
  app.decorateRequest('actor');
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  measure(app, log);
  await secure(app, config);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit });
  if (config.rateLimit > 0) await app.register(rateLimit, { max: config.rateLimit, timeWindow: 60_000 });
  await describeApi(app, config);
  app.addHook('onRequest', async (request) => {
    request.actor = await deps.identify(request);
  });
  app.addHook('preValidation', async (request, reply) => {
    const refusal = refuseUnsound([request.params, request.query, request.body]);
    if (refusal !== undefined) await sendRefusal(request, reply, refusal);
  });
  return app;
}
