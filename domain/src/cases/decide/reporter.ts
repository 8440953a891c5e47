import { refuse } from '../refusal.ts';
import type { Handler } from './outcome.ts';
import { allStages, dropClocks } from './recorder.ts';

export const rate: Handler<'rate'> = (r, { type: _type, ...answers }) => {
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

/** Raised again (反复). */
export const raiseAgain: Handler<'raiseAgain'> = (r, { text }) => {
  r.emit({ type: 'raisedAgain', text });
  return undefined;
};

export const withdraw: Handler<'withdraw'> = (r, { reason }) => {
  r.emit({ type: 'withdrawn', ...(reason !== undefined && { reason }) });
  dropClocks(r, { stages: allStages });
  return undefined;
};
