import type { Case, WorkOrder } from './case.ts';
import type { CaseEvent, EventOf, NewWorkOrder } from './event.ts';
import { isActive, leadOrder } from './work-orders.ts';

const author = (event: CaseEvent): readonly string[] => (event.by.kind === 'staff' ? [event.by.person] : []);

/** Remembers who handled or dispatched the case: none of them may verify it, ever. */
export const withHandler = (found: Case, event: CaseEvent, ...others: readonly string[]): Case => ({
  ...found,
  handlers: [...new Set([...found.handlers, ...author(event), ...others])],
});

function change(found: Case, id: string, edit: (order: WorkOrder) => WorkOrder): Case {
  return { ...found, workOrders: found.workOrders.map((order) => (order.id === id ? edit(order) : order)) };
}

/** Closes every open work order. */
export const closeOrders = (found: Case, state: 'excused' | 'returned' | 'finished'): readonly WorkOrder[] =>
  found.workOrders.map((order) => (isActive(order) ? { ...order, state } : order));

function send(found: Case, event: CaseEvent, orders: readonly NewWorkOrder[]): Case {
  const sent = orders.map((order): WorkOrder => ({ ...order, state: 'sent', sentAt: event.at }));
  const { finishedAt: _finished, ...rest } = withHandler(found, event);
  return { ...rest, workOrders: [...found.workOrders, ...sent], everAssigned: true };
}

const answer = (found: Case, event: EventOf<'acknowledged'> | EventOf<'reportedIn'>): Case =>
  change(withHandler(found, event), event.workOrder, (order) => ({ ...order, state: 'working', answeredAt: event.at }));

/** A body gives its work order back. With the lead's go all others, and the desk begins anew. */
function giveBack(found: Case, id: string): Case {
  if (leadOrder(found)?.id !== id) return change(found, id, (order) => ({ ...order, state: 'returned' }));
  return { ...found, workOrders: closeOrders(found, 'returned'), round: found.workOrders.length, state: 'accepted' };
}

function excuse(found: Case, event: EventOf<'excused'>): Case {
  const next = change(found, event.workOrder, (order) => ({ ...order, state: 'excused' }));
  return event.lead === undefined ? next : change(next, event.lead, (order) => ({ ...order, role: 'lead' }));
}

function rework({ finishedAt: _finished, ...order }: WorkOrder): WorkOrder {
  return { ...order, state: 'working' };
}

/** The lead has to work again; what the others finished stays finished. */
function sendBack(found: Case): Case {
  const lead = leadOrder(found);
  return lead ? change(found, lead.id, rework) : found;
}

/** Folds of work orders. */
export const evolveWork = {
  dispatched: (found: Case, event: EventOf<'dispatched'>): Case => ({
    ...send(found, event, event.workOrders),
    state: 'dispatched',
    ...(event.routing && { routing: event.routing }),
  }),
  assignedToDesk: (found: Case, event: EventOf<'assignedToDesk'>): Case => ({
    ...send(found, event, event.workOrders),
    state: 'handling',
  }),
  summoned: (found: Case, event: EventOf<'summoned'>): Case => ({
    ...send(found, event, event.workOrders),
    state: 'handling',
  }),
  acknowledged: (found: Case, event: EventOf<'acknowledged'>): Case => {
    const next = answer(found, event);
    const leads = leadOrder(next)?.id === event.workOrder;
    return leads && next.state === 'dispatched' ? { ...next, state: 'handling' } : next;
  },
  reportedIn: answer,
  moving: (found: Case, event: EventOf<'moving'>): Case =>
    change(withHandler(found, event), event.workOrder, (order) => ({ ...order, movingAt: event.at })),
  arrived: (found: Case, event: EventOf<'arrived'>): Case =>
    change(withHandler(found, event), event.workOrder, (order) => ({ ...order, arrivedAt: event.at })),
  transferred: (found: Case, event: EventOf<'transferred'>): Case =>
    change(withHandler(found, event, event.to), event.workOrder, (order) => ({ ...order, assignee: event.to })),
  handedOn: (found: Case, event: EventOf<'handedOn'>): Case =>
    change(found, event.workOrder, ({ assignee: _with, ...order }) => ({ ...order, body: event.body })),
  gateRefused: (found: Case, event: EventOf<'gateRefused'>): Case => ({
    ...giveBack(found, event.workOrder),
    gateRefusals: found.gateRefusals + 1,
  }),
  workOrderFinished: (found: Case, event: EventOf<'workOrderFinished'>): Case =>
    change(withHandler(found, event), event.workOrder, (order) => ({
      ...order,
      state: 'finished',
      finishedAt: event.at,
      note: event.note,
    })),
  verified: (found: Case, event: EventOf<'verified'>): Case => {
    if (event.pass) return { ...found, ...(event.by.kind === 'staff' && { verifiedBy: event.by.person }) };
    const { finishedAt: _finished, ...rest } = sendBack(found);
    return { ...rest, state: 'handling', reworks: found.reworks + 1 };
  },
  handedBack: (found: Case, event: EventOf<'handedBack'>): Case => ({
    ...giveBack(found, event.workOrder),
    handBacks: found.handBacks + 1,
  }),
  excused: excuse,
  split: (found: Case, event: EventOf<'split'>): Case => ({
    ...found,
    children: event.children.map((id) => ({ id, closed: false })),
    workOrders: closeOrders(found, 'excused'),
  }),
  bodyRated: (found: Case, event: EventOf<'bodyRated'>): Case =>
    change(found, event.workOrder, (order) => ({
      ...order,
      rated: { came: event.came, worked: event.worked, solved: event.solved },
    })),
};
