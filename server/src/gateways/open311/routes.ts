import { say } from '@gezhi/contract/words/index';
import { type Case, parseCaseNumber } from '@gezhi/domain/cases/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type CaseDeps, fileAnonymously } from '../../cases/index.ts';
import { isRefusal } from '../../refusal.ts';
import { categoriesOf, readCut } from '../../rules/index.ts';
import { formatOf, namedIn, oneOf, send, sendErrors } from './answer.ts';
import { discovery } from './discovery.ts';
import { bad, GeoProblem, sentenceOf, unknown } from './errors.ts';
import { readRequest } from './post-request.ts';
import { type RequestShowing, requestView } from './request-view.ts';
import { definitionOf, isService, servicesOf } from './services.ts';
import { type Asked, listShown } from './store.ts';
import { readTime } from './times.ts';

const mostRows = 1000;
const usualRows = 100;
const usualDays = 90;
const dayMs = 86_400_000;

/** The county meant: `jurisdiction_id`, or the default where it is empty. */
function countyOf(deps: CaseDeps, request: FastifyRequest): string {
  const given = oneOf(request.query, 'jurisdiction_id') ?? oneOf(request.body ?? {}, 'jurisdiction_id');
  const county = given ?? deps.config.defaultCounty ?? deps.places.served()[0]?.code;
  if (county === undefined || !deps.places.served().some(({ code }) => code === county))
    throw unknown(`jurisdiction_id ${given ?? ''} was not found`);
  return county;
}

async function categories(deps: CaseDeps, county: string) {
  const cut = await readCut(deps.db, county, deps.clock.now());
  if (!cut) throw unknown('jurisdiction_id has no services');
  return categoriesOf(cut);
}

async function showingOf(deps: CaseDeps, county: string): Promise<RequestShowing> {
  const rules = await deps.rules(county, deps.clock.now());
  return {
    directory: await deps.directory(county),
    category: rules.category,
    areaName: (code) => deps.places.area(code)?.name ?? code,
  };
}

function timeIn(request: FastifyRequest, name: string): number | undefined {
  const given = oneOf(request.query, name);
  const at = given === undefined ? undefined : readTime(given);
  if (given !== undefined && at === undefined) throw bad(`${name} is no W3C date and time`);
  return at;
}

function countIn(request: FastifyRequest, name: string, usual: number, most: number): number {
  const given = oneOf(request.query, name);
  if (given === undefined) return usual;
  if (!/^\d{1,6}$/.test(given) || Number(given) < 1) throw bad(`${name} must be a number from 1`);
  return Math.min(Number(given), most);
}

/** What a list asks for. Ids win over everything else; without dates it is the last 90 days. */
function askedIn(deps: CaseDeps, request: FastifyRequest): Asked {
  const ids = oneOf(request.query, 'service_request_id');
  const limit = countIn(request, 'page_size', usualRows, mostRows);
  const offset = (countIn(request, 'page', 1, 10_000) - 1) * limit;
  if (ids !== undefined)
    return {
      numbers: ids
        .split(',')
        .map((id) => id.trim())
        .slice(0, mostRows),
      limit: mostRows,
      offset: 0,
    };
  const status = oneOf(request.query, 'status');
  const codes = oneOf(request.query, 'service_code');
  const statuses = status?.split(',').map((one) => one.trim());
  if (statuses?.some((one) => one !== 'open' && one !== 'closed')) throw bad('status must be open or closed');
  const [from, to] = [timeIn(request, 'start_date'), timeIn(request, 'end_date')];
  const oldest = from ?? (to ?? deps.clock.now()) - usualDays * dayMs;
  return {
    ...(codes !== undefined && { categories: codes.split(',').map((code) => code.trim()) }),
    ...(statuses?.length === 1 && { open: statuses[0] === 'open' }),
    from: new Date(oldest).toISOString(),
    ...(to !== undefined && { to: new Date(to).toISOString() }),
    limit,
    offset,
  };
}

/** Cases as anybody may see them: read as the program, shown without what is the reporter's. */
async function shown(deps: CaseDeps, county: string, asked: Asked) {
  const showing = await showingOf(deps, county);
  const cases: readonly Case[] = await deps.db.transaction({ county, system: true }, (trx) =>
    listShown(trx, county, asked),
  );
  return cases.map((found) => requestView(showing, found));
}

async function post(deps: CaseDeps, request: FastifyRequest, keep: boolean) {
  const county = countyOf(deps, request);
  const posted = readRequest((request.body ?? {}) as Record<string, unknown>);
  const known = await categories(deps, county);
  if (!isService(known, posted.serviceCode)) throw unknown(`service_code ${posted.serviceCode} was not found`);
  const filed = await fileAnonymously(deps, {
    county,
    channel: 'open311',
    category: posted.serviceCode,
    description: posted.description,
    place: { point: posted.point, area: posted.addressId, address: posted.address },
    contact: posted.contact,
    keep,
  });
  if (isRefusal(filed))
    throw bad(
      filed.code === 'case.notServed'
        ? 'the place is not in the jurisdiction'
        : `the report cannot be taken: ${filed.code}`,
    );
  if (filed === 'checked')
    return [{ service_request_id: '', service_notice: say('zh-CN', 'open311.notFiled'), account_id: '' }];
  return [{ service_request_id: filed.number, service_notice: filed.followUrl, account_id: '' }];
}

/** One endpoint of GeoReport v2. `keep` says whether its reports are filed or only checked. */
function registerEndpoint(app: FastifyInstance, deps: CaseDeps, prefix: string, keep: boolean): void {
  const options = { schema: { tags: ['open311'] } };
  for (const format of ['json', 'xml'] as const) {
    app.get(`${prefix}/discovery.${format}`, options, (_request, reply) =>
      send(reply, format, 'discovery', discovery(deps.config.publicUrl), { discovery: true }),
    );
    app.get(`${prefix}/services.${format}`, options, async (request, reply) =>
      send(
        reply,
        format,
        'services',
        servicesOf(await categories(deps, countyOf(deps, request))).map((service) => service),
      ),
    );
    app.get(`${prefix}/requests.${format}`, options, async (request, reply) =>
      send(reply, format, 'service_requests', await shown(deps, countyOf(deps, request), askedIn(deps, request))),
    );
    app.post(
      `${prefix}/requests.${format}`,
      { ...options, config: { rateLimit: { max: 60, timeWindow: 60_000 } } },
      async (request, reply) =>
        send(reply, format, 'service_requests', await post(deps, request, keep), { status: 201 }),
    );
  }
  app.get<{ Params: { file: string } }>(`${prefix}/services/:file`, options, async (request, reply) => {
    const { name, format } = namedIn(request.params.file);
    if (!isService(await categories(deps, countyOf(deps, request)), name))
      throw unknown(`service_code ${name} was not found`);
    return send(reply, format, 'service_definition', definitionOf(name));
  });
  app.get<{ Params: { file: string } }>(`${prefix}/requests/:file`, options, async (request, reply) => {
    const { name, format } = namedIn(request.params.file);
    const number = parseCaseNumber(name);
    const numbers = number.ok ? [number.number] : [];
    const rows = number.ok ? await shown(deps, countyOf(deps, request), { numbers, limit: 1, offset: 0 }) : [];
    if (rows.length === 0) throw unknown(`service_request_id ${name} was not found`);
    return send(reply, format, 'service_requests', rows);
  });
  // Reports are filed at once here, so a token is the request's own number: asked for, it gives itself back.
  app.get<{ Params: { file: string } }>(`${prefix}/tokens/:file`, options, async (request, reply) => {
    const { name, format } = namedIn(request.params.file);
    const number = parseCaseNumber(name);
    const rows = number.ok
      ? await shown(deps, countyOf(deps, request), { numbers: [number.number], limit: 1, offset: 0 })
      : [];
    if (rows.length === 0) throw unknown(`token ${name} was not found`);
    return send(reply, format, 'service_requests', [
      { service_request_id: number.ok ? number.number : '', token: name },
    ]);
  });
}

/** Open311 GeoReport v2 at /open311/v2, with errors in its own form and language. */
export async function registerOpen311(app: FastifyInstance, deps: CaseDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      if (error instanceof GeoProblem) return sendErrors(reply, formatOf(request), error.status, error.errors);
      const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
      if (status === 500) deps.log.error({ err: error, requestId: request.id }, 'an Open311 request failed');
      return sendErrors(reply, formatOf(request), status, [{ code: status, description: sentenceOf(status) }]);
    });
    registerEndpoint(scope, deps, '/open311/v2', true);
    // In the demonstration everything is a test.
    registerEndpoint(scope, deps, '/open311/test/v2', deps.config.demo);
    // Clients ask for extensions that are not here, and read the answer as they read every other.
    scope.all('/open311/*', { schema: { hide: true } }, () => {
      throw unknown('there is nothing at this address, or not with this method');
    });
  });
}
