import type { CaseView } from '@gezhi/contract/cases/index';
import { availableTo, type Case, ownOrders, routeCase, sitsAt } from '@gezhi/domain/cases/index';
import type { MaskedContact } from '../../people/index.ts';
import type { ChainedEvent } from '../store.ts';
import { caseRowOf, clockViewOf } from './case-row.ts';
import { historyOf } from './history.ts';
import { iso, namedArea, namedBodyOf, type Showing } from './names.ts';

/** What was read beside the case for its full view. */
export interface Beside {
  readonly events: readonly ChainedEvent[];
  readonly contact: MaskedContact | undefined;
  /** Numbers of the cases it is linked to, where the asker may see them. */
  readonly numbers: ReadonlyMap<string, string>;
}

function workOrders(showing: Showing, found: Case): CaseView['workOrders'] {
  const own = new Set(ownOrders(found, showing.actor).map((order) => order.id));
  return found.workOrders.map(
    ({ body, from, sentAt, answeredAt, movingAt, arrivedAt, finishedAt, assignee, ...order }) => ({
      ...order,
      body: namedBodyOf(showing, body),
      from: namedArea(showing, from),
      sentAt: iso(sentAt),
      ...(answeredAt !== undefined && { answeredAt: iso(answeredAt) }),
      ...(movingAt !== undefined && { movingAt: iso(movingAt) }),
      ...(arrivedAt !== undefined && { arrivedAt: iso(arrivedAt) }),
      ...(finishedAt !== undefined && { finishedAt: iso(finishedAt) }),
      ...(assignee !== undefined && { assignee: showing.directory.person(assignee) ?? assignee }),
      mine: own.has(order.id),
    }),
  );
}

const asks = (showing: Showing, found: Case): CaseView['asks'] =>
  found.asks.map(({ at, judge, until, judgedAt, ...ask }) => ({
    ...ask,
    at: iso(at),
    judge: namedArea(showing, judge),
    ...(until !== undefined && { until: iso(until) }),
    ...(judgedAt !== undefined && { judgedAt: iso(judgedAt) }),
    mine: judgedAt === undefined && sitsAt(showing.actor, judge),
  }));

/** The supervision orders of a case. */
export const ordersOf = (showing: Showing, found: Case): CaseView['orders'] =>
  found.orders.map(({ over, to, orderedAt, wentUpAt, answeredAt, reasons, stuck, ...order }) => {
    const due = found.clocks.findLast((clock) => clock.stage === 'supervision' && clock.ref === order.id)?.dueAt;
    return {
      ...order,
      reasons: [...reasons],
      over: namedArea(showing, over),
      to: namedArea(showing, to),
      orderedAt: iso(orderedAt),
      ...(due !== undefined && { dueAt: iso(due) }),
      ...(wentUpAt !== undefined && { wentUpAt: iso(wentUpAt) }),
      ...(answeredAt !== undefined && { answeredAt: iso(answeredAt) }),
      stuck: stuck === true,
      mine: answeredAt === undefined && sitsAt(showing.actor, to),
    };
  });

/** Whether the asker works for the body rather than the desk, and the reporter asked to be hidden from the handler. */
function hidesReporter(showing: Showing, found: Case): boolean {
  if (found.visibleToHandler) return false;
  return !(sitsAt(showing.actor, found.desk) || sitsAt(showing.actor, found.homeDesk));
}

function reporterOf(showing: Showing, found: Case, contact: MaskedContact | undefined): CaseView['reporter'] {
  const { reporter } = found.report;
  if (reporter.kind === 'staff')
    return { kind: 'staff', name: showing.directory.person(reporter.person) ?? reporter.person };
  if (reporter.kind === 'source') return { kind: 'source', name: reporter.name };
  const shown = hidesReporter(showing, found) ? undefined : contact;
  return {
    kind: 'resident',
    ...(shown?.name !== undefined && { name: shown.name }),
    ...(shown?.phone !== undefined && { phone: shown.phone }),
    ...(reporter.onBehalf === true && { onBehalf: true }),
    ...(contact && { contact: contact.erased ? ('erased' as const) : ('kept' as const) }),
  };
}

function routingOf(showing: Showing, found: Case): CaseView['routing'] {
  const { rules, now } = showing;
  const route = routeCase(rules.calendar, rules.dutyList, found, found.desk, now);
  return {
    ...found.routing,
    lead: namedBodyOf(showing, route.lead),
    supporting: route.supporting.map((body) => namedBodyOf(showing, body)),
  };
}

/** A case in full, with exactly the commands the asker can give now. */
export function caseViewOf(showing: Showing, found: Case, beside: Beside): CaseView {
  const { report } = found;
  const linked = (id: string) => ({ id, number: beside.numbers.get(id) ?? id.slice(0, 8) });
  const chain = showing.places.chain(found.area);
  return {
    ...caseRowOf(showing, found),
    reporter: reporterOf(showing, found, beside.contact),
    ...(report.about !== undefined && {
      about: showing.directory.org(report.about)?.name ?? namedArea(showing, report.about).name,
    }),
    onNoGrid: report.onNoGrid,
    homeDesk: namedArea(showing, found.homeDesk),
    areas: chain.map((code) => namedArea(showing, code)),
    routing: routingOf(showing, found),
    workOrders: workOrders(showing, found),
    clocks: found.clocks.map((clock) => clockViewOf(showing, clock)),
    asks: asks(showing, found),
    orders: ordersOf(showing, found),
    ratings: found.ratings.map(({ at, ...rating }) => ({ ...rating, at: iso(at) })),
    ...(found.answeredAt !== undefined && { answeredAt: iso(found.answeredAt) }),
    ...(found.contactedAt !== undefined && { contactedAt: iso(found.contactedAt) }),
    ...(found.finishedAt !== undefined && { finishedAt: iso(found.finishedAt) }),
    reopenings: found.reopenings,
    reworks: found.reworks,
    handBacks: found.handBacks,
    deferrals: found.deferrals,
    ...(found.mergedInto !== undefined && { mergedInto: linked(found.mergedInto) }),
    mergedFrom: found.mergedFrom.map(linked),
    ...(found.parent !== undefined && { parent: linked(found.parent) }),
    children: found.children.map((child) => ({ ...linked(child.id), closed: child.closed })),
    ...(report.source && { source: report.source }),
    commands: [...availableTo(found, showing.actor, showing.rules, showing.now)].filter(
      (command) => command !== 'support',
    ),
    history: historyOf(showing, beside.events),
  };
}
