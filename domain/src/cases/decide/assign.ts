import { type Body, bodyKey, sameBody } from '../body.ts';
import { areaOf } from '../context.ts';
import type { NewWorkOrder } from '../event.ts';
import { isComplainedAbout } from '../parties.ts';
import { refuse } from '../refusal.ts';
import { type Route, routeCase } from '../routing.ts';
import { isActive, leadOrder } from '../work-orders.ts';
import type { Handler, Outcome } from './outcome.ts';
import { meetClocks, type Recorder, startClock } from './recorder.ts';
import { startContact } from './work.ts';

function checkBodies(r: Recorder, bodies: readonly Body[]): Outcome {
  if (bodies.length === 0) return refuse('unknownBody');
  for (const body of bodies) {
    const area = areaOf(r.context, body);
    const known = body.kind === 'desk' ? r.context.desks.some((desk) => desk.area === body.area) : area !== undefined;
    if (!known) return refuse('unknownBody', { body: bodyKey(body) });
    if (isComplainedAbout(r.case, body)) return refuse('complainedAbout', { body: bodyKey(body) });
  }
  const working = r.case.workOrders.filter(isActive).map((order) => bodyKey(order.body));
  const keys = [...bodies.map(bodyKey), ...working];
  return new Set(keys).size === keys.length ? undefined : refuse('sameBodyTwice');
}

type Assigning = Pick<NewWorkOrder, 'by' | 'summonsKind'>;

/** Work orders for bodies in the order given; the first leads unless somebody already does. */
function ordersFor(r: Recorder, bodies: readonly Body[], how: Assigning, route?: Route): readonly NewWorkOrder[] {
  const led = leadOrder(r.case) !== undefined;
  const named = (body: Body): boolean =>
    route !== undefined && [route.lead, ...route.supporting].some((one) => sameBody(one, body));
  return bodies.map((body, index) => ({
    id: `wo.${r.case.workOrders.length + index + 1}`,
    body,
    role: !led && index === 0 ? 'lead' : 'supporting',
    from: r.case.desk,
    ...how,
    ...(route?.row !== undefined && named(body) && { row: route.row }),
  }));
}

/** The handle clock starts with the first assignment and anew only after an upheld hand-back or reopening ended it. */
function startHandle(r: Recorder, lead: Body | undefined): void {
  const running = r.case.clocks.some((clock) => clock.stage === 'handle' && clock.stoppedAt === undefined);
  if (!running && lead) startClock(r, 'handle', lead);
}

export const dispatch: Handler<'dispatch'> = (r, command) => {
  const bodies = [command.lead, ...command.supporting];
  const refused = checkBodies(r, bodies);
  if (refused) return refused;
  const { rules, now } = r.context;
  const route = routeCase(rules.calendar, rules.dutyList, r.case, r.case.desk, now);
  const workOrders = ordersFor(r, bodies, { by: 'dispatch' }, route);
  r.emit({
    type: 'dispatched',
    workOrders,
    routing: { version: route.version, gap: route.gap, ...(route.row !== undefined && { row: route.row }) },
    ...(command.note !== undefined && { note: command.note }),
  });
  meetClocks(r, { stages: ['dispatch'] });
  startHandle(r, command.lead);
  for (const order of workOrders) startClock(r, 'acknowledge', order.body, { ref: order.id });
  return undefined;
};

/** The desk keeps the case itself: dispatch and acknowledgement in one. */
export const assignToDesk: Handler<'assignToDesk'> = (r) => {
  takeOn(r);
  return undefined;
};

/** Gives the case to its own desk, in the name of whoever decided it or of the program. */
export function takeOn(r: Recorder, by?: { readonly kind: 'system' }): void {
  const body: Body = { kind: 'desk', area: r.case.desk };
  const workOrders = ordersFor(r, [body], { by: 'desk' });
  r.emit({ type: 'assignedToDesk', workOrders, ...(by && { by }) });
  for (const { id } of workOrders) r.emit({ type: 'acknowledged', workOrder: id, ...(by && { by }) });
  meetClocks(r, { stages: ['dispatch'] });
  startHandle(r, body);
  startContact(r, body);
}

/** 吹哨: calls bodies to the case; it is handling at once and the lead owns it. */
export const summon: Handler<'summon'> = (r, command) => {
  if (!r.context.rules.summonsKinds.includes(command.summonsKind)) return refuse('unknownSummonsKind');
  const refused = checkBodies(r, command.bodies);
  if (refused) return refused;
  const { summonsKind, reason } = command;
  const workOrders = ordersFor(r, command.bodies, { by: 'summons', summonsKind });
  r.emit({ type: 'summoned', workOrders, summonsKind, reason });
  meetClocks(r, { stages: ['dispatch'] });
  startHandle(r, workOrders.find((order) => order.role === 'lead')?.body);
  for (const order of workOrders) {
    startClock(r, 'reportIn', order.body, { ref: order.id, summonsKind });
    startClock(r, 'result', order.body, { ref: order.id, summonsKind });
  }
  return undefined;
};
