import { isActive, leadOrder } from '../work-orders.ts';
import { haltClocks, raiseFault, type Recorder, startClock } from './recorder.ts';

/** Hands a finished case to its verifier: the handle clock stands still. With nobody who may verify it is a fault. */
export function handOver(r: Recorder): void {
  haltClocks(r, { stages: ['handle'] });
  startClock(r, 'verify', { kind: 'desk', area: r.case.homeDesk });
  const { verifiers } = r.context;
  if (verifiers && !verifiers.some((person) => !r.case.handlers.includes(person))) raiseFault(r, 'noVerifier');
}

/** The case goes to the verifier when every work order of the round that was not excused has been finished. */
export function handOverWhenDone(r: Recorder): void {
  if (r.case.state !== 'handling' || r.case.workOrders.some(isActive) || !leadOrder(r.case)) return;
  r.emit({ type: 'handled' });
  handOver(r);
}
