import type { Route } from '@gezhi/contract/route';
import { problem } from '@gezhi/contract/shapes';
import { z } from 'zod';

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,200}$/)
  .optional()
  .describe('Made by the caller, new for each thing to create. The same key and body again get the same answer.');

const ifMatch = z.string().max(200).describe('The ETag last read, or *.');

function headersOf(route: Route): z.ZodType | undefined {
  if (route.idempotent !== true && route.ifMatch !== true) return undefined;
  return z.looseObject({
    ...(route.idempotent === true ? { 'idempotency-key': idempotencyKey } : {}),
    ...(route.ifMatch === true ? { 'if-match': ifMatch } : {}),
  });
}

function accessText(route: Route): string {
  switch (route.access) {
    case 'public':
      return 'Anybody.';
    case 'session':
      return 'Anybody signed in.';
    case 'followCode':
      return 'Whoever holds the follow code.';
    default:
      return `Permission \`${route.access.permission}\`.`;
  }
}

/** The route as Fastify parses it and OpenAPI describes it. */
export function routeSchema(route: Route): object {
  const [noun = ''] = route.name.split('.');
  const headers = headersOf(route);
  return {
    operationId: route.name,
    summary: route.summary,
    description: `Access: ${accessText(route)}`,
    tags: [noun],
    ...(route.access === 'public' || route.access === 'followCode' ? { security: [] } : {}),
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.body === undefined ? {} : { body: route.body }),
    ...(headers === undefined ? {} : { headers }),
    response: {
      [route.status]: route.answer ?? z.null().describe('Nothing.'),
      default: problem,
    },
  };
}
