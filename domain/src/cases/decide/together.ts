import { refuse } from '../refusal.ts';
import { isOpen } from '../state.ts';
import { isActive } from '../work-orders.ts';
import type { Handler } from './outcome.ts';
import { allStages, dropClocks, haltClocks, meetClocks, releaseClocks } from './recorder.ts';

/** Puts the case into another that is open. Its clocks stand still until it is taken out again. */
export const merge: Handler<'merge'> = (r, { into, reason }) => {
  const { other } = r.context;
  if (into === r.case.id) return refuse('sameCase');
  if (!other || other.id !== into || !isOpen(other.state)) return refuse('otherNotOpen');
  haltClocks(r, { stages: allStages });
  r.emit({ type: 'merged', into, ...(reason !== undefined && { reason }) });
  return undefined;
};

/** Takes it out again, into the state it was in. */
export const unmerge: Handler<'unmerge'> = (r, { reason }) => {
  const from = r.case.mergedInto;
  if (from === undefined) return refuse('otherNotOpen');
  r.emit({ type: 'unmerged', from, reason });
  releaseClocks(r, { stages: allStages });
  return undefined;
};

/** The other side of a merge and of its undoing. */
export const takeIn: Handler<'takeIn'> = (r, { from }) => {
  r.emit({ type: 'mergedIn', from });
  return undefined;
};

export const letGo: Handler<'letGo'> = (r, { from }) => {
  r.emit({ type: 'unmergedFrom', from });
  return undefined;
};

/** Makes children of the case. It stays handling, owned by the desk, and closes with the last child. */
export const split: Handler<'split'> = (r, { children, reason }) => {
  if (children.length < 2 || new Set(children).size < children.length) return refuse('tooFewChildren');
  const active = r.case.workOrders.filter(isActive).map((order) => order.id);
  r.emit({ type: 'split', children, reason });
  for (const ref of active) dropClocks(r, { stages: ['acknowledge', 'reportIn', 'result'], ref });
  return undefined;
};

/**
 * A child is over: closed, rejected, withdrawn or merged. Said again of one that was reopened and is over once more,
 * it changes nothing, for the parent has gone on without it.
 */
export const childClosed: Handler<'childClosed'> = (r, { child }) => {
  if (!r.case.children.some((one) => one.id === child)) return refuse('sameCase');
  r.emit({ type: 'childClosed', child });
  if (r.case.state !== 'handling' || r.case.children.some((one) => !one.closed)) return undefined;
  meetClocks(r, { stages: ['handle'] });
  r.emit({ type: 'closed' });
  return undefined;
};
