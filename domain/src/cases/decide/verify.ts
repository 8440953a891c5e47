import type { Handler } from './outcome.ts';
import { dropClocks, haltClocks, meetClocks, raiseFault, type Recorder, releaseClocks, startClock } from './recorder.ts';

/** Hands a finished case to its verifier: the handle clock stands still, what was asked about the work is moot. */
export function handOver(r: Recorder): void {
  for (const ask of r.case.asks) {
    if (ask.judgedAt === undefined && ask.kind !== 'reopening' && ask.kind !== 'appeal') {
      r.emit({ type: 'judged', by: { kind: 'system' }, ask: ask.id, upheld: false, words: '' });
    }
  }
  dropClocks(r, { stages: ['judge', 'acknowledge', 'reportIn'] });
  haltClocks(r, { stages: ['handle'] });
  startClock(r, 'verify', { kind: 'desk', area: r.case.homeDesk });
  const { verifiers } = r.context;
  if (verifiers && !verifiers.some((person) => !r.case.handlers.includes(person))) raiseFault(r, 'noVerifier');
}

export const verify: Handler<'verify'> = (r, { pass, note, photos }) => {
  const { finishedAt } = r.case;
  r.emit({ type: 'verified', pass, note, photos });
  meetClocks(r, { stages: ['verify'] });
  if (pass) {
    meetClocks(r, { stages: ['handle'] }, finishedAt);
    r.emit({ type: 'closed', by: { kind: 'system' } });
    return undefined;
  }
  // What was solved on the spot had no lead: the desk takes it on as any other.
  if (r.case.workOrders.length === 0) returnToDesk(r);
  releaseClocks(r, { stages: ['handle'] });
  return undefined;
};

function returnToDesk(r: Recorder): void {
  const body = { kind: 'desk', area: r.case.desk } as const;
  r.emit({ type: 'assignedToDesk', workOrders: [{ id: 'wo.1', body, role: 'lead', by: 'desk', from: r.case.desk }] });
  r.emit({ type: 'acknowledged', workOrder: 'wo.1' });
  startClock(r, 'handle', body);
}
