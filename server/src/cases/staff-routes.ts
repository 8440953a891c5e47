import { caseRoutes } from '@gezhi/contract/cases/index';
import type { QueryOf } from '@gezhi/contract/route';
import { may, type Actor } from '@gezhi/domain/access/index';
import { parseCaseNumber, type CaseFacts, standingIn, verifyChain } from '@gezhi/domain/cases/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf, type Trx } from '../database/index.ts';
import { type Call, cursorAfter, etagOf, pageOf, positionIn, serve } from '../http/index.ts';
import { eraseSubject, findSubjectsByPhone, revealContact } from '../people/index.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { commandCase } from './command-case.ts';
import { caseColumns, orderColumns } from './csv-columns.ts';
import { findByWords, listFound } from './find-by-words.ts';
import type { Asked, Search } from './conditions.ts';
import {
  countCases,
  countedTo,
  listAndCount,
  listByIds,
  listFacts,
  listOrders,
  listPoints,
  mostCounted,
} from './list-store.ts';
import { likelySame } from './likely-same.ts';
import { caseRowOf } from './present/case-row.ts';
import { ordersOf } from './present/case-view.ts';
import { historyOf } from './present/history.ts';
import { ownersOf } from './present/owners-of.ts';
import { showingFor, viewCase } from './reading.ts';
import { sha256 } from './record-decision.ts';
import type { Showing } from './present/names.ts';
import { contactOf } from './resident-of.ts';
import { queryWords } from './search-words.ts';
import type { CaseServing } from './serving.ts';
import { caseAt, findCase, listEvents } from './store.ts';

/** Nobody but staff gets past the door of these routes. */
const countyOfStaff = (actor: Actor): string => (actor.kind === 'staff' ? actor.county : '');

/** What a search box says: a whole case number, or words that must all be there. */
function searchOf(q: string | undefined): Search {
  const asked = q?.trim() ?? '';
  if (asked === '') return { words: [] };
  const number = parseCaseNumber(asked);
  if (number.ok) return { number: number.number, words: [] };
  const words = queryWords(asked);
  // Signs alone are in no case; without words the list would be everything.
  return words.length > 0 ? { words } : { nothing: true, words };
}

const iso = (at: number): string => new Date(at).toISOString();

/** A count as it is answered: at most as far as is counted. */
const countShown = (count: number, most: number): { total: number; more?: true } =>
  count > most ? { total: most, more: true } : { total: count };

const askedFor = ({ actor, now }: Showing, county: string, filters: QueryOf<typeof caseRoutes.map>): Asked => ({
  scope: scopeOf(actor, county),
  filters,
  search: searchOf(filters.q),
  mine: ownersOf(actor),
  now: iso(now),
});

/** Ids of the cases behind one part of a rate, among those that the filters hold. */
async function standingBehind(trx: Trx, showing: Showing, asked: Asked): Promise<ReadonlySet<string> | Refusal> {
  const { filters } = asked;
  const formula = showing.rules.rates.find((rate) => rate.code === filters.rate);
  if (!formula) return refuse('figures.rate.unknown');
  const facts = await listFacts(trx, asked);
  const part = filters.part ?? 'denominator';
  return new Set(
    facts.flatMap((row) => (standingIn(formula, row.facts as CaseFacts, showing.now)[part] > 0 ? [row.id] : [])),
  );
}

/** Lists: rows, map, supervision orders. */
function registerLists(app: FastifyInstance, { deps }: CaseServing): void {
  type ListCall = Call<undefined, QueryOf<typeof caseRoutes.list>>;
  const list = async (call: ListCall) => {
    const county = countyOfStaff(call.actor);
    const showing = await showingFor(deps, call, county);
    const { cursor, limit, sort, format: _format, ...filters } = call.query;
    const name = `cases.${sort}`;
    const after = positionIn(deps.keys, name, cursor);
    if (isRefusal(after)) return after;
    const said = askedFor(showing, county, filters);
    return deps.db.transaction(said.scope, async (trx) => {
      const asked = await findByWords(trx, said, showing.rules);
      if (filters.rate !== undefined) {
        const standing = await standingBehind(trx, showing, asked);
        if (isRefusal(standing)) return standing;
        const rows = await listByIds(trx, county, [...standing]);
        return { rows: rows.map((row) => caseRowOf(showing, row.found)), total: rows.length };
      }
      const paging = { sort, after, limit };
      const counted =
        cursor === undefined && asked.search.words.length === 0 ? await listAndCount(trx, asked, paging) : undefined;
      const rows = counted?.rows ?? (await listFound(trx, asked, paging, showing.rules));
      const page = pageOf(
        rows,
        limit,
        (row) => caseRowOf(showing, row.found),
        (row) => cursorAfter(deps.keys, name, row.position),
      );
      if (cursor !== undefined) return page;
      return { ...page, ...countShown(counted?.count ?? (await countCases(trx, asked)), countedTo(asked)) };
    });
  };
  serve(app, deps, caseRoutes.list, list, { csv: caseColumns });

  serve(app, deps, caseRoutes.map, async (call) => {
    const county = countyOfStaff(call.actor);
    const showing = await showingFor(deps, call, county);
    const filters = call.query;
    const said = askedFor(showing, county, filters);
    const points = await deps.db.transaction(said.scope, async (trx) => {
      const asked = await findByWords(trx, said, showing.rules);
      if (filters.rate === undefined) return listPoints(trx, asked);
      const standing = await standingBehind(trx, showing, asked);
      return isRefusal(standing)
        ? standing
        : listPoints(trx, { ...asked, filters: { ...asked.filters, ids: [...standing] } });
    });
    if (isRefusal(points)) return points;
    const drawn = points.slice(0, mostCounted);
    const placed = drawn.filter((row) => row.longitude !== null && row.latitude !== null);
    return {
      ...countShown(points.length, mostCounted),
      withoutPlace: drawn.length - placed.length,
      points: placed.map((row) => ({
        id: row.id,
        number: row.number,
        point: [row.longitude ?? 0, row.latitude ?? 0] as [number, number],
        light: row.light as 'red',
        category: row.category,
      })),
    };
  });

  const supervision = async (call: Call<undefined, QueryOf<typeof caseRoutes.supervision>>) => {
    const county = countyOfStaff(call.actor);
    const showing = await showingFor(deps, call, county);
    const after = positionIn(deps.keys, 'supervision', call.query.cursor);
    if (isRefusal(after)) return after;
    return deps.db.transaction(scopeOf(call.actor, county), async (trx) => {
      const orders = await listOrders(trx, county, call.query.open, after, call.query.limit);
      const cases = new Map(
        (await listByIds(trx, county, [...new Set(orders.map((row) => row.case_id))])).map(({ found }) => [
          found.id,
          found,
        ]),
      );
      const seen = orders.flatMap((row) => {
        const found = cases.get(row.case_id);
        const order = found && ordersOf(showing, found).find((one) => one.id === row.order_id);
        if (!found || !order) return [];
        return [{ ...order, case: { id: found.id, number: found.number, description: found.report.description }, row }];
      });
      return pageOf(
        seen,
        call.query.limit,
        ({ row: _row, ...shown }) => shown,
        ({ row }) => cursorAfter(deps.keys, 'supervision', [row.ordered_at, row.case_id, row.order_id]),
      );
    });
  };
  serve(app, deps, caseRoutes.supervision, supervision, { csv: orderColumns });
}

/** One case: read, command, history, likely the same, reveal. */
function registerOne(app: FastifyInstance, { deps }: CaseServing): void {
  serve(app, deps, caseRoutes.get, async (call) => {
    const county = countyOfStaff(call.actor);
    const showing = await showingFor(deps, call, county);
    const view = await deps.db.transaction(scopeOf(call.actor, county), async (trx) => {
      const found = await findCase(trx, county, call.params.id);
      return found ? viewCase(deps, trx, showing, found) : refuse('case.notFound');
    });
    if (!isRefusal(view)) call.reply.header('etag', etagOf(view.version));
    return view;
  });

  serve(app, deps, caseRoutes.command, async (call) => {
    const county = countyOfStaff(call.actor);
    const showing = await showingFor(deps, call, county);
    const { rules, directory } = showing;
    const commanding = { county, id: call.params.id, actor: call.actor, rules, directory, version: call.ifMatch };
    const view = await call.once(
      scopeOf(call.actor, county),
      async (trx) => {
        const after = await commandCase(deps, trx, commanding, call.body);
        return isRefusal(after) ? after : viewCase(deps, trx, { ...showing, now: deps.clock.now() }, after);
      },
      {
        version: (shown) => shown.version,
        again: async (trx, version) => viewCase(deps, trx, showing, await caseAt(trx, county, call.params.id, version)),
      },
    );
    if (!isRefusal(view)) call.reply.header('etag', etagOf(view.version));
    return view;
  });

  serve(app, deps, caseRoutes.history, async (call) => {
    const county = countyOfStaff(call.actor);
    const showing = await showingFor(deps, call, county);
    return deps.db.transaction(scopeOf(call.actor, county), async (trx) => {
      const found = await findCase(trx, county, call.params.id);
      if (!found) return refuse('case.notFound');
      const events = await listEvents(trx, county, found.id);
      const check = verifyChain(events, sha256);
      return { rows: historyOf(showing, events).filter((line) => line.seq > call.query.after), intact: check.ok };
    });
  });

  serve(app, deps, caseRoutes.likelySame, async (call) => {
    const county = countyOfStaff(call.actor);
    const showing = await showingFor(deps, call, county);
    return deps.db.transaction(scopeOf(call.actor, county), async (trx) => {
      const found = await findCase(trx, county, call.params.id);
      if (!found) return refuse('case.notFound');
      const alike = await likelySame(trx, found);
      return {
        rows: alike.map(({ found: other, reasons, ...more }) => ({
          case: caseRowOf(showing, other),
          reasons: [...reasons],
          ...more,
        })),
      };
    });
  });

  serve(app, deps, caseRoutes.reveal, async (call) => {
    const { actor } = call;
    if (actor.kind !== 'staff') return refuse('access.forbidden');
    const { id } = call.params;
    const found = await deps.db.transaction(scopeOf(actor, actor.county), (trx) => findCase(trx, actor.county, id));
    if (!found) return refuse('case.notFound');
    const { reporter } = found.report;
    const desk = actor.posts.some(
      (post) => post.area !== undefined && (post.area === found.desk || post.area === found.homeDesk),
    );
    if (!found.visibleToHandler && !desk) return refuse('case.reporterHidden.forbidden');
    if (reporter.kind !== 'resident' || reporter.subject === undefined) return refuse('contact.notFound');
    const revealed = await revealContact(deps, {
      actor,
      subject: reporter.subject,
      caseId: id,
      purpose: call.body.purpose,
    });
    if (isRefusal(revealed)) return revealed;
    const value = revealed[call.body.field];
    return value === undefined ? refuse('contact.notFound') : { value, until: revealed.until };
  });

  serve(app, deps, caseRoutes.erase, async (call) => {
    const { actor, params, body } = call;
    if (actor.kind !== 'staff') return refuse('access.forbidden');
    const found = await deps.db.transaction(scopeOf(actor, actor.county), (trx) =>
      findCase(trx, actor.county, params.id),
    );
    if (!found) return refuse('case.notFound');
    const { reporter } = found.report;
    if (reporter.kind !== 'resident' || reporter.subject === undefined) return refuse('contact.notFound');
    return eraseSubject(deps, { actor, subject: reporter.subject, reason: body.reason });
  });

  serve(app, deps, caseRoutes.callers, async (call) => {
    const county = countyOfStaff(call.actor);
    const contact = contactOf({ phone: call.body.phone });
    if (isRefusal(contact)) return contact;
    if (contact.phone === undefined || !may(call.actor, 'case.desk'))
      return refuse('contact.phone.invalid', { errors: [{ path: 'phone', code: 'phone' }] });
    const phone = contact.phone;
    const showing = await showingFor(deps, call, county);
    return deps.db.transaction(scopeOf(call.actor, county), async (trx) => {
      const subjects = await findSubjectsByPhone(trx, deps.keys, county, phone);
      const rows = await listByIds(
        trx,
        county,
        subjects.flatMap((subject) => subject.caseId ?? []),
      );
      return { rows: rows.map((row) => caseRowOf(showing, row.found)) };
    });
  });
}

/** What staff do with cases. */
export function registerStaffCases(app: FastifyInstance, serving: CaseServing): void {
  registerLists(app, serving);
  registerOne(app, serving);
}
