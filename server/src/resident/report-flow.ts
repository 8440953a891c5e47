import { caseRoutes } from '@gezhi/contract/cases/index';
import type { BodyInputOf } from '@gezhi/contract/route';
import { isBlank } from '@gezhi/contract/shapes';
import { parsePhone } from '@gezhi/domain/people/index';
import { joinPlace } from '@gezhi/domain/places/index';
import type { FastifyRequest } from 'fastify';
import { type Answered, callApi, type Problem } from './api.ts';
import type { Nearby } from './near-page.ts';
import type { Mistakes } from './pieces.ts';
import type { ReportValues } from './report-values.ts';
import type { Desk } from './report-form.ts';
import type { Say } from './voice.ts';

/** What a report lacks before it is worth asking the API. */
export function lacking(say: Say, values: ReportValues, desks: readonly Desk[]): Mistakes {
  return {
    ...(isBlank(values.description) && values.photos.length === 0 && { description: say('resident.form.needsWords') }),
    ...(values.place === undefined && { place: say('resident.form.needsPlace') }),
    ...(values.phone.trim() !== '' &&
      parsePhone(values.phone) === undefined && { phone: say('problem.phone.invalid') }),
    ...(values.complaint && desks.length > 0 && values.about === '' && { about: say('resident.form.about.missing') }),
  };
}

/** Open matters like this one near its place. A complaint is nobody else's business, and a place without a point has no "near". */
export async function nearOnes(request: FastifyRequest, values: ReportValues): Promise<readonly Nearby[]> {
  const { place, complaint, category } = values;
  if (complaint || place?.point === undefined) return [];
  const [lon, lat] = place.point;
  const found = await callApi(request, caseRoutes.nearby, {
    query: { lon, lat, ...(category !== '' && { category }) },
  });
  return found.ok ? found.value.rows : [];
}

/**
 * Files the report, once however often the form is sent. Somebody who goes back, changes the words and sends again
 * has something new to say: the old key is spent, so it gets the fresh one.
 */
export async function fileReport(
  request: FastifyRequest,
  values: ReportValues,
  desks: readonly Desk[],
  fresh: string,
): Promise<Answered<typeof caseRoutes.file>> {
  const body = bodyOf(values, desks);
  const filed = await callApi(request, caseRoutes.file, {
    body,
    idempotencyKey: values.key.length >= 8 ? values.key : fresh,
  });
  if (filed.ok || filed.problem.code !== 'http.idempotencyKeyReused') return filed;
  return callApi(request, caseRoutes.file, { body, idempotencyKey: fresh });
}

function bodyOf(values: ReportValues, desks: readonly Desk[]): BodyInputOf<typeof caseRoutes.file> {
  const { place, phone, name, address } = values;
  const contact = {
    ...(phone.trim() !== '' && { phone: phone.trim() }),
    ...(name.trim() !== '' && { name: name.trim() }),
  };
  const where = addressOf(place?.name ?? '', place?.area === undefined, address.trim());
  return {
    channel: 'resident',
    description: values.description,
    ...(values.category !== '' && !values.complaint && { category: values.category }),
    place: {
      ...(place?.area !== undefined && { area: place.area }),
      ...(place?.point && { point: [...place.point] }),
      ...(where !== '' && { address: where }),
    },
    photos: [...values.photos],
    ...(Object.keys(contact).length > 0 && { contact }),
    onBehalf: values.onBehalf,
    hideFromHandler: values.hide,
    ...(values.complaint && { about: aboutOf(values.about, desks) }),
    // An empty answer says that the field nobody sees was filled.
    challenge: values.trap === '' ? values.shown : '',
  };
}

/** Somebody else than a desk is complained about: the lowest desk stands aside all the same, for it may be theirs. */
function aboutOf(about: string, desks: readonly Desk[]): string | undefined {
  return desks.some(({ code }) => code === about) ? about : desks[0]?.code;
}

/** A landmark's name says where it is; that of an area is known from its code. */
const addressOf = (name: string, exact: boolean, spot: string): string =>
  joinPlace(exact ? name : '', spot).slice(0, 200);

/** Fields of the form by the path of what the API refused. */
const fieldOf: readonly (readonly [start: string, field: string])[] = [
  ['description', 'description'],
  ['category', 'category'],
  ['place.address', 'address'],
  ['place', 'place'],
  ['contact.phone', 'phone'],
  ['contact.name', 'name'],
  ['photos', 'photos'],
  ['about', 'about'],
];

/** What the API refused, field by field; what concerns no field stands on top. */
export function mistakesOf(problem: Problem): Mistakes {
  const errors = problem.errors ?? [];
  const mistakes: Record<string, string> = {};
  for (const { path, message } of errors) {
    const field = fieldOf.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1] ?? '';
    mistakes[field] ??= message;
  }
  if (problem.code === 'case.notServed') return { place: problem.detail ?? problem.title };
  return errors.length === 0 ? { '': problem.detail ?? problem.title } : mistakes;
}
