import { placesRoutes } from '@gezhi/contract/places/index';
import type { PlaceHit } from '@gezhi/contract/places/index';
import { parsePhone } from '@gezhi/domain/people/index';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newChallenge } from '../cases/index.ts';
import { limitOf } from '../http/rate-limit.ts';
import { callApi } from './api.ts';
import { type ChosenPlace, placeOfHit } from './chosen-place.ts';
import type { PageDeps } from './deps.ts';
import { gridWorkers } from './grid-worker.ts';
import { sayMeToo } from './me-too.ts';
import { nearPage } from './near-page.ts';
import { type Drawing, drawingOf, sendPage } from './page.ts';
import type { Mistakes } from './pieces.ts';
import { countyOf, desksOver, everydayOf, namesAround, placeOfLabel } from './place-facts.ts';
import { type Posted, readPosted } from './posted.ts';
import { fileReport, lacking, mistakesOf, nearOnes } from './report-flow.ts';
import { reportPage } from './report-page.ts';
import { mostPhotos, readReport, type ReportValues } from './report-values.ts';

/** One visit to the form: by a label or without. */
interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly drawing: Drawing;
  readonly action: string;
  /** The place of the label, where its code is known. */
  readonly label: ChosenPlace | undefined;
  readonly county: string | undefined;
}

function visitOf(deps: PageDeps, request: FastifyRequest, reply: FastifyReply): Visit {
  const { area } = request.params as { area?: string };
  const label = area === undefined ? undefined : placeOfLabel(deps, area);
  const action = label === undefined ? '/r' : `/r/${label.area ?? ''}`;
  return { request, reply, drawing: drawingOf(deps, request), action, label, county: countyOf(deps, area) };
}

async function show(
  deps: PageDeps,
  visit: Visit,
  values: ReportValues,
  more: { mistakes?: Mistakes; hits?: readonly PlaceHit[]; status?: number; note?: string } = {},
) {
  const [everyday, desks, workers] = await Promise.all([
    everydayOf(deps, visit.county),
    desksOver(deps, values.place),
    visit.label?.area === undefined ? [] : gridWorkers(deps, visit.label.area, visit.drawing.locale),
  ]);
  const form = {
    action: visit.action,
    values,
    note: more.note,
    mistakes: more.mistakes ?? {},
    everyday,
    workers,
    label: visit.label?.name,
    nearby: namesAround(deps, values.place),
    hits: more.hits,
    desks,
    county: visit.county,
  };
  const page = reportPage(visit.drawing, form);
  await sendPage(visit.reply, visit.drawing, more.status === undefined ? page : { ...page, status: more.status });
}

/** The form as it is first shown. */
async function open(deps: PageDeps, visit: Visit): Promise<void> {
  const { complaint } = visit.request.query as { complaint?: string };
  const { area } = visit.request.params as { area?: string };
  const unknown = area !== undefined && visit.label === undefined;
  const fresh = readReport(new Map([['complaint', [complaint === '1' ? '1' : '']]]));
  const place = visit.label && (await withMiddle(visit, visit.label));
  const values = { ...fresh, place, key: deps.newId(), shown: newChallenge(deps.keys, Date.now()) };
  await show(
    deps,
    visit,
    values,
    unknown ? { note: visit.drawing.say('resident.form.area.unknown'), status: 404 } : {},
  );
}

/** The place of a label with its middle, where the area is so small that this says where. */
async function withMiddle(visit: Visit, label: ChosenPlace): Promise<ChosenPlace> {
  const [hit] = await findPlaces(visit, label.area ?? '');
  const { point } = hit?.area === label.area && hit !== undefined ? placeOfHit(hit) : {};
  return { ...label, ...(point && { point }) };
}

/** Photos that came with the form join those kept before; what could not be used is said. */
function withPhotos(visit: Visit, posted: Posted): { values: ReportValues; mistakes: Mistakes } {
  const read = readReport(posted.fields);
  const values = { ...read, photos: [...read.photos, ...posted.kept].slice(0, mostPhotos) };
  const [name] = posted.refused;
  const { say } = visit.drawing;
  if (name !== undefined) return { values, mistakes: { photos: say('resident.form.photoRefused', { name }) } };
  return { values, mistakes: posted.tooMany ? { photos: say('resident.form.tooManyPhotos') } : {} };
}

async function findPlaces(visit: Visit, query: string): Promise<readonly PlaceHit[]> {
  if (query.trim() === '') return [];
  const { county } = visit;
  const found = await callApi(visit.request, placesRoutes.search, {
    query: { q: query, limit: 8, ...(county !== undefined && { county }) },
  });
  return found.ok ? found.value.rows : [];
}

/** What came back with the form: a search, a correction, "me too", or the report itself. */
async function post(deps: PageDeps, visit: Visit): Promise<void> {
  const posted = await readPosted(visit.request, deps.keepPhoto, visit.county);
  const { values, mistakes } = withPhotos(visit, posted);
  const act = posted.fields.get('act')?.at(-1) ?? 'send';
  const same = posted.fields.get('same')?.at(-1);
  if (same !== undefined)
    return sayMeToo(deps, visit.request, visit.reply, same, { phone: values.phone, key: `${values.key}-${same}` });
  if (act === 'find') return show(deps, visit, values, { mistakes, hits: await findPlaces(visit, values.query) });
  if (act === 'edit') return show(deps, visit, values, { mistakes });
  return send(deps, visit, values, mistakes, act === 'new');
}

/**
 * The report with the place that was typed but not chosen from what was found. One place of just that name is taken at
 * once; else what the words may mean is shown to choose from.
 */
async function withTypedPlace(
  visit: Visit,
  values: ReportValues,
): Promise<{ values: ReportValues; hits?: readonly PlaceHit[]; mistakes?: Mistakes }> {
  const { query, place } = values;
  const typed = plainName(query);
  if (
    typed === '' ||
    (place !== undefined && (plainName(values.searched) === typed || plainName(place.name) === typed))
  )
    return { values };
  const hits = await findPlaces(visit, query);
  const [exact, another] = hits.filter(({ name }) => plainName(name) === typed);
  if (exact !== undefined && another === undefined) return { values: { ...values, place: placeOfHit(exact) } };
  const { say } = visit.drawing;
  const mistake = hits.length === 0 ? say('resident.form.place.none', { query }) : say('resident.form.place.pick');
  return { values, hits, mistakes: { place: mistake } };
}

/** A name as it is compared: digits and letters of every width, spaces or none. */
const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();

async function send(
  deps: PageDeps,
  visit: Visit,
  given: ReportValues,
  before: Mistakes,
  isNew: boolean,
): Promise<void> {
  const { drawing, request, reply } = visit;
  const { values, hits, ...unclear } = await withTypedPlace(visit, given);
  const desks = await desksOver(deps, values.place);
  const mistakes = { ...before, ...lacking(drawing.say, values, desks), ...unclear.mistakes };
  if (Object.keys(mistakes).length > 0) return show(deps, visit, values, { mistakes, ...(hits && { hits }) });
  const near = isNew ? [] : await nearOnes(request, values);
  if (near.length > 0) return sendPage(reply, drawing, nearPage(drawing, visit.action, values, near));
  const filed = await fileReport(request, values, desks, deps.newId());
  if (!filed.ok) return show(deps, visit, values, { mistakes: mistakesOf(filed.problem) });
  // A mobile gets the code by text too: then it is not lost with this page.
  const kind = values.phone.trim() === '' ? undefined : parsePhone(values.phone)?.kind;
  const texted = !filed.value.quarantined && (kind === 'mobile' || kind === 'foreign');
  await reply.redirect(`/f/${filed.value.followCode}/sent${texted ? '?texted=1' : ''}`, 303);
}

/** Whole forms with photos from one address, which may be a village's. */
const posts = { max: 60, windowSeconds: 60 };

/** The form at `/r`, and at `/r/<area code>` from a label. */
export function registerReport(app: FastifyInstance, deps: PageDeps): void {
  for (const url of ['/r', '/r/:area']) {
    app.get(url, (request, reply) => open(deps, visitOf(deps, request, reply)));
    app.post(url, { config: limitOf(deps.config, posts) }, (request, reply) =>
      post(deps, visitOf(deps, request, reply)),
    );
  }
}
