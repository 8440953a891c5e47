import { cutToMinute, type Instant } from '../../time.ts';
import { type CaseState, caseStates } from '../state.ts';
import type { CaseFacts, ClockFact } from './case-facts.ts';

const reporters = ['resident', 'staff', 'source'] as const satisfies readonly CaseFacts['reporter'][];
const solvedWords = ['yes', 'partly', 'no'] as const;
const satisfiedWords = ['very', 'fairly', 'no'] as const;
const clockWords = ['none', 'idle', 'running', 'met', 'late'] as const;
const minute = 60_000;

/** Which of the clocks that run have ended. */
export interface Ended {
  readonly contact: boolean;
  readonly handle: boolean;
}

/** A clock of that kind: any times with the same outcome serve. */
function clockOf(word: (typeof clockWords)[number], ended: boolean, asOf: Instant): ClockFact | undefined {
  switch (word) {
    case 'none':
      return undefined;
    case 'idle':
      return {};
    case 'running':
      return { due: cutToMinute(asOf) + (ended ? -minute : minute) };
    case 'met':
      return { due: minute, doneAt: minute };
    case 'late':
      return { due: minute, doneAt: 2 * minute };
  }
}

/**
 * Facts of cases that are alike for every rate, from the key that is kept with each (`case_file.facts_key`): eleven words for
 * state, reporter, split, ever assigned, hand-backs, deferrals, reworks, contact, handle, solved, satisfied. A clock is `none`,
 * `idle`, `running`, `met` or `late`; an answer that nobody gave is `none`. At that moment they stand in each rate as the cases do.
 * @throws RangeError for any other text.
 */
export function factsFromKey(key: string, ended: Ended, asOf: Instant): CaseFacts {
  const words = key.split(' ');
  let at = 0;
  const bad = (): never => {
    throw new RangeError(`not the facts of a case: ${key}`);
  };
  const next = (): string => words[at++] ?? bad();
  const one = <Value extends string>(values: readonly Value[]): Value => {
    const word = next();
    return values.find((value) => value === word) ?? bad();
  };
  const yes = (): boolean => one(['true', 'false']) === 'true';
  const count = (): number => {
    const word = next();
    return /^\d+$/.test(word) ? Number(word) : bad();
  };
  const counted = {
    case: '',
    state: one<CaseState>(caseStates),
    reporter: one(reporters),
    split: yes(),
    everAssigned: yes(),
    handBacks: count(),
    deferrals: count(),
    reworks: count(),
  };
  const contact = clockOf(one(clockWords), ended.contact, asOf);
  const handle = clockOf(one(clockWords), ended.handle, asOf);
  const facts = { ...counted, ...(contact && { contact }), ...(handle && { handle }) };
  const solved = one([...solvedWords, 'none']);
  const satisfied = one([...satisfiedWords, 'none']);
  if (words.length > at) bad();
  if (solved !== 'none' && satisfied !== 'none') return { ...facts, rating: { solved, satisfied } };
  return solved === satisfied ? facts : bad();
}
