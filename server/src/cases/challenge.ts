import type { Keys } from '../keys/index.ts';

const leastMs = 2_000;
const mostMs = 12 * 3_600_000;

/** A token for a form, made when the form is shown: `<time>.<mac>`. */
export function newChallenge(keys: Keys, shownAt: number): string {
  return `${shownAt}.${keys.hmac('challenge', String(shownAt)).slice(0, 22)}`;
}

/**
 * Whether a form came back as a person's would: with a token of ours, no sooner than two seconds and no later than
 * twelve hours after it was shown. The page answers with an empty text where its hidden field was filled.
 */
export function challengeGiven(keys: Keys, answer: string, now: number): boolean {
  const [shown = '', mac = ''] = answer.split('.');
  const at = Number(shown);
  if (!Number.isSafeInteger(at) || keys.hmac('challenge', shown).slice(0, 22) !== mac) return false;
  return now - at >= leastMs && now - at <= mostMs;
}
