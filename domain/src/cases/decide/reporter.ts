import { hasEnded } from '../clock-record.ts';
import { refuse } from '../refusal.ts';
import type { Handler } from './outcome.ts';
import { allStages, dropClocks } from './recorder.ts';

const dayMs = 86_400_000;

export const rate: Handler<'rate'> = (r, { type: _type, ...answers }) => {
  const { rules, now } = r.context;
  const { withinDays } = rules.rating;
  if (now - (r.case.closedAt ?? now) > withinDays * dayMs) return refuse('tooLate', { days: withinDays });
  r.emit({ type: 'rated', ...answers });
  return undefined;
};

/** A clerk asks the reporter; counts only where the reporter gave no answer. */
export const callBack: Handler<'callBack'> = (r, { type: _type, ...answers }) => {
  r.emit({ type: 'calledBack', ...answers });
  return undefined;
};

export const support: Handler<'support'> = (r, { key, verified }) => {
  if (r.case.supporters.some((one) => one.key === key && (one.verified || !verified))) return refuse('alreadyAsked');
  r.emit({ type: 'supported', key, verified });
  return undefined;
};

/** Raised again (反复): only after an answer, or after a clock has ended. */
export const raiseAgain: Handler<'raiseAgain'> = (r, { text }) => {
  const { answeredAt, clocks } = r.case;
  const ended = clocks.some((clock) => hasEnded(clock, r.context.now) || clock.outcome === 'late' || clock.endedFor !== undefined);
  if (answeredAt === undefined && !ended) return refuse('nothingAnsweredYet');
  r.emit({ type: 'raisedAgain', text });
  return undefined;
};

export const withdraw: Handler<'withdraw'> = (r, { reason }) => {
  r.emit({ type: 'withdrawn', ...(reason !== undefined && { reason }) });
  dropClocks(r, { stages: allStages });
  return undefined;
};
