import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { failureOf } from '../http/failures.ts';
import { asked } from '../http/index.ts';
import { problemOf } from '../http/problem.ts';
import { readAssets } from './assets.ts';
import type { ResidentDeps } from './deps.ts';
import { failedPage } from './failed-page.ts';
import { registerFollow } from './follow-routes.ts';
import { homePage } from './home-page.ts';
import { registerKeptPhotos } from './kept-photos.ts';
import { registerLook } from './look.ts';
import { registerMap } from './map-routes.ts';
import { drawingOf, sendPage } from './page.ts';
import { registerPhone } from './phone-routes.ts';
import { registerReport } from './report-routes.ts';

export type { ResidentDeps } from './deps.ts';

/**
 * The residents' pages: `/`, `/r`, `/r/<area code>`, `/f`, `/f/<code>`, `/map`, `/phone`. They work without a script;
 * the API does everything they do.
 */
export function registerResident(app: FastifyInstance, deps: ResidentDeps): void {
  const pages = { ...deps, assets: readAssets(deps.config) };
  app.register(async (scope) => {
    await scope.register(multipart);
    scope.setErrorHandler(async (error, request, reply) => {
      const { refusal, noted } = failureOf(error);
      if (noted) deps.log.error({ err: error, requestId: request.id }, 'a page failed');
      const drawing = drawingOf(pages, request);
      await sendPage(reply, drawing, failedPage(drawing, problemOf(refusal, asked(request))));
    });
    scope.get('/', async (request, reply) => {
      const drawing = drawingOf(pages, request);
      await sendPage(reply, drawing, homePage(drawing));
    });
    registerLook(scope);
    await registerKeptPhotos(scope, pages);
    registerReport(scope, pages);
    registerFollow(scope, pages);
    registerMap(scope, pages);
    registerPhone(scope, pages);
  });
}
