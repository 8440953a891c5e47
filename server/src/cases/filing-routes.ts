import { caseRoutes, type FileCase } from '@gezhi/contract/cases/index';
import { may, mayIn } from '@gezhi/domain/access/index';
import { convertPoint } from '@gezhi/domain/places/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../database/index.ts';
import { type Call, serve } from '../http/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { fileCase, filedAnswer } from './file-case.ts';
import { countedAddress } from './gauges.ts';
import { contactOf, residentOf } from './resident-of.ts';
import { nearbyCases, publicPoint } from './nearby-cases.ts';
import { countyGiven, placeGiven } from './place-given.ts';
import { namedArea, namedCategory, type Showing } from './present/names.ts';
import { showingFor } from './reading.ts';
import { supportCase } from './support-case.ts';
import { listPublic } from './list-store.ts';
import type { CaseServing } from './serving.ts';

type FileCall = Call<unknown, unknown, FileCase>;

/** A way in that needs a post: the hotline and the desk file for others, the field as itself. */
function refuseChannel({ actor, body }: FileCall): Refusal | undefined {
  if (body.channel === 'resident') return body.solved || body.urgency ? refuse('case.staffOnly.forbidden') : undefined;
  const right = body.channel === 'field' ? 'case.file' : 'case.desk';
  return may(actor, right) ? undefined : refuse('access.forbidden', { params: { permission: right } });
}

async function file(serving: CaseServing, call: FileCall) {
  const { deps } = serving;
  const refusedChannel = refuseChannel(call);
  if (refusedChannel) return refusedChannel;
  const { place: where, contact: given, channel, ...rest } = call.body;
  const county = countyGiven(deps, where, call.actor);
  if (isRefusal(county)) return county;
  const now = deps.clock.now();
  const [rules, directory] = await Promise.all([deps.rules(county, now), deps.directory(county)]);
  if (rest.category !== undefined && !rules.category(rest.category))
    return refuse('case.category.unknown', { errors: [{ path: 'category', code: 'unknown' }] });
  const contact = contactOf(given);
  if (isRefusal(contact)) return contact;
  const resident = residentOf(deps, call.request, contact.phone);
  const anonymous = call.actor.kind !== 'staff' && !resident.verified;
  const suspect = anonymous && serving.suspects(call.body.challenge);
  const { gauges } = deps;
  const address = anonymous ? countedAddress(deps.config, call.request.ip) : undefined;
  if (address !== undefined && gauges.address.passed(address, Date.now(), rules.flood.perAddress))
    return refuse('case.address.tooMany', { params: { ...rules.flood.perAddress } });
  const quarantined = anonymous && (gauges.county.passed(county, Date.now(), rules.flood.perCounty) || suspect);
  const id = deps.newId();
  const scope = { ...scopeOf(call.actor, county), caseId: id, filing: true };
  return call.once(scope, async (trx) => {
    const place = await placeGiven(deps, trx, county, where, call.actor);
    if (isRefusal(place)) return place;
    // Whoever says it is solved answers for it: only where they work.
    if (rest.solved && !mayIn(call.actor, 'case.file', place.area))
      return refuse('access.forbidden', { params: { permission: 'case.file' } });
    const filing = {
      county,
      id,
      given: rest,
      channel,
      place,
      contact,
      phoneVerified: resident.verified,
      language: call.actor.kind === 'staff' ? undefined : call.locale,
      actor: call.actor,
      rules,
      directory,
      quarantined,
    };
    const filed = await fileCase(deps, trx, filing);
    return isRefusal(filed) ? filed : filedAnswer(deps, filed, quarantined);
  });
}

/** Names the lowest area with a desk that holds an area, as a rule the community: what anybody may know of where a case is. */
function namingDesks(showing: Pick<Showing, 'places' | 'rules'>): (area: string) => ReturnType<typeof namedArea> {
  const { places, rules } = showing;
  const desks = new Set(rules.areaKinds.flatMap(({ id, desk }) => (desk ? [id] : [])));
  const deskOf = (area: string) =>
    places.chain(area).findLast((code) => desks.has(places.area(code)?.kind ?? '')) ?? area.slice(0, 6);
  // Thousands of cases lie in hundreds of grids.
  const named = new Map<string, ReturnType<typeof namedArea>>();
  return (area) => {
    const desk = named.get(area) ?? namedArea(showing, deskOf(area));
    named.set(area, desk);
    return desk;
  };
}

/** Ways in, and what anybody may see. */
export function registerFiling(app: FastifyInstance, serving: CaseServing): void {
  const { deps } = serving;
  serve(app, deps, caseRoutes.file, (call) => file(serving, call), { limit: { max: 60, windowSeconds: 60 } });

  serve(app, deps, caseRoutes.nearby, async (call) => {
    const { lon, lat, crs, category } = call.query;
    const point = convertPoint([lon, lat], crs, 'WGS84');
    const county = deps.places.locate(point)?.county;
    if (county === undefined) return { rows: [] };
    const showing = await showingFor(deps, call, county);
    const near = await nearbyCases(deps, county, point, category);
    return {
      rows: near.map(({ found, metres }) => ({
        id: found.id,
        number: found.number,
        category: namedCategory(showing, found.category),
        area: namedArea(showing, found.area),
        state: found.state,
        point: publicPoint(found.point ?? point),
        reportedAt: new Date(found.reportedAt).toISOString(),
        supporters: found.supporters.filter((one) => one.verified).length,
        metres: Math.round(metres / 10) * 10,
      })),
    };
  });

  serve(app, deps, caseRoutes.publicMap, async (call) => {
    const county =
      call.query.county ?? call.query.area?.slice(0, 6) ?? deps.config.defaultCounty ?? deps.places.served()[0]?.code;
    if (county === undefined || !deps.places.served().some(({ code }) => code === county)) return { rows: [] };
    const showing = await showingFor(deps, call, county);
    const deskOf = namingDesks(showing);
    const rows = await deps.db.transaction({ county }, (trx) => listPublic(trx, county, call.query.area));
    return {
      rows: rows.map((row) => ({
        id: row.id,
        number: row.number,
        category: namedCategory(showing, row.category),
        state: row.state as 'reported',
        area: deskOf(row.area),
        ...(row.longitude !== null &&
          row.latitude !== null && { point: [row.longitude, row.latitude] as [number, number] }),
        reportedAt: row.reported_at,
        supporters: row.supporters,
      })),
    };
  });

  serve(app, deps, caseRoutes.support, async (call) => supportCase(serving, call), {
    limit: { max: 30, windowSeconds: 60 },
  });
}
