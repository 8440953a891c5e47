import { type Body, bodyKey } from '../body.ts';
import { areaOf } from '../context.ts';
import type { NewWorkOrder } from '../event.ts';
import { isActive } from '../evolve.ts';
import { refuse } from '../refusal.ts';
import { routeCase } from '../routing.ts';
import type { Handler, Outcome } from './outcome.ts';
import { meetClocks, type Recorder, startClock } from './recorder.ts';
import { startContact } from './work.ts';

function checkBodies(r: Recorder, bodies: readonly Body[]): Outcome {
  for (const body of bodies) {
    const area = areaOf(r.context, body);
    const known = body.kind === 'desk' ? r.context.desks.some((desk) => desk.area === body.area) : area !== undefined;
    if (!known) return refuse('unknownBody', { body: bodyKey(body) });
  }
  const working = r.case.workOrders.filter(isActive).map((order) => bodyKey(order.body));
  const keys = [...bodies.map(bodyKey), ...working];
  return new Set(keys).size === keys.length ? undefined : refuse('sameBodyTwice');
}

type Assigning = Pick<NewWorkOrder, 'by' | 'summonsKind'>;

/** Work orders for bodies in the order given; the first leads unless somebody already does. */
function ordersFor(r: Recorder, bodies: readonly Body[], how: Assigning): readonly NewWorkOrder[] {
  const led = r.case.workOrders.some((order) => order.role === 'lead' && isActive(order));
  return bodies.map((body, index) => ({
    id: `wo.${r.case.workOrders.length + index + 1}`,
    body,
    role: !led && index === 0 ? 'lead' : 'supporting',
    from: r.case.desk,
    ...how,
  }));
}

/** The handle clock starts with the first assignment and anew only after an upheld hand-back or reopening dropped it. */
function startHandle(r: Recorder, lead: Body | undefined): void {
  const running = r.case.clocks.some((clock) => clock.stage === 'handle' && clock.stoppedAt === undefined);
  if (!running && lead) startClock(r, 'handle', lead);
}

export const dispatch: Handler<'dispatch'> = (r, command) => {
  const bodies = [command.lead, ...command.supporting];
  const refused = checkBodies(r, bodies);
  if (refused) return refused;
  const workOrders = ordersFor(r, bodies, { by: 'dispatch' });
  const { rules, now } = r.context;
  const route = routeCase(rules.calendar, rules.dutyList, r.case, r.case.desk, now);
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
  const body: Body = { kind: 'desk', area: r.case.desk };
  const workOrders = ordersFor(r, [body], { by: 'desk' });
  r.emit({ type: 'assignedToDesk', workOrders });
  for (const order of workOrders) r.emit({ type: 'acknowledged', workOrder: order.id });
  meetClocks(r, { stages: ['dispatch'] });
  startHandle(r, body);
  startContact(r, body);
  return undefined;
};

/** 吹哨: calls bodies to the case; it is handling at once and the lead owns it. */
export const summon: Handler<'summon'> = (r, command) => {
  if (!r.context.rules.summonsKinds.includes(command.summonsKind)) return refuse('unknownSummonsKind');
  if (r.case.children.length > 0) return refuse('hasChildren');
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
