import { isRunning } from '../clock-record.ts';
import { leadOrder } from '../work-orders.ts';
import { takeOn } from './assign.ts';
import type { Handler } from './outcome.ts';
import { meetClocks, moveClock, type Recorder, releaseClocks } from './recorder.ts';

/** Passed, the case is closed; failed, it is worked on again, and nothing restarts. */
export const verify: Handler<'verify'> = (r, { pass, note, photos }) => {
  const { finishedAt } = r.case;
  r.emit({ type: 'verified', pass, note, photos });
  meetClocks(r, { stages: ['verify'] });
  if (pass) {
    meetClocks(r, { stages: ['handle'] }, finishedAt);
    r.emit({ type: 'closed', by: { kind: 'system' } });
    return undefined;
  }
  releaseClocks(r, { stages: ['handle'] });
  // What was solved on the spot had no lead: the desk takes it on as any other. The verifier is no handler by that.
  if (leadOrder(r.case)) resumeResult(r);
  else takeOn(r, { kind: 'system' });
  return undefined;
};

/** The lead's result clock of a summons runs on from where the lead had finished: a failed verification restarts nothing. */
function resumeResult(r: Recorder): void {
  const lead = leadOrder(r.case)?.id;
  const clock = r.case.clocks.findLast((one) => one.stage === 'result' && one.ref === lead);
  if (!clock || isRunning(clock) || clock.stoppedAt === undefined) return;
  moveClock(r, clock, [...clock.suspensions, [clock.stoppedAt, r.context.now]]);
}
