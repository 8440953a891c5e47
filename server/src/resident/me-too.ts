import { caseRoutes } from '@gezhi/contract/cases/index';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callApi } from './api.ts';
import type { PageDeps } from './deps.ts';
import { deviceOf } from './device.ts';
import { failedPage } from './failed-page.ts';
import { meTooPage } from './near-page.ts';
import { drawingOf, sendPage } from './page.ts';

/** "Me too" to an open matter, from the form or from the public map. */
export async function sayMeToo(
  deps: PageDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  given: { readonly phone: string; readonly key: string },
): Promise<void> {
  const drawing = drawingOf(deps, request);
  const phone = given.phone.trim();
  const device = deviceOf(request, reply, deps.newId);
  const said = await callApi(request, caseRoutes.support, {
    params: { id },
    body: { device, ...(phone !== '' && { contact: { phone } }) },
    ...(given.key.length >= 8 && { idempotencyKey: given.key }),
  });
  const page = said.ok
    ? meTooPage(drawing, { supporters: said.value.supporters, told: phone !== '' })
    : failedPage(drawing, said.problem);
  await sendPage(reply, drawing, page);
}
