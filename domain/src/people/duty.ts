import type { Instant } from '../time.ts';
import { isLive } from './post.ts';

/** A turn on the roster: this person covers this desk from – to. */
export interface DutyTurn {
  readonly person: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** A post at the desk itself, not above or below it. */
export interface DeskPost {
  readonly person: string;
  readonly from: Instant;
  readonly to?: Instant;
}

/** Who covers a desk at an instant, and by what. */
export interface OnDuty {
  readonly person: string;
  /** By a post in office hours, or by a turn on the roster. */
  readonly by: 'post' | 'roster';
}

/**
 * Who is on duty at a desk now. In office hours the holders of posts that work the desk; at any hour whoever the
 * roster names. A person is named once, by the roster first, since a turn is the more deliberate statement.
 * An empty answer is a fault that must be shown: nobody covers the desk.
 */
export function onDuty(
  desk: { readonly clerks: readonly DeskPost[]; readonly turns: readonly DutyTurn[] },
  now: Instant,
  officeHours: boolean,
): readonly OnDuty[] {
  const rostered = desk.turns.filter((turn) => isLive(turn, now)).map((turn) => turn.person);
  const posted = officeHours ? desk.clerks.filter((post) => isLive(post, now)).map((post) => post.person) : [];
  const named = new Map<string, OnDuty['by']>();
  for (const person of rostered) named.set(person, 'roster');
  for (const person of posted) if (!named.has(person)) named.set(person, 'post');
  return [...named].map(([person, by]) => ({ person, by }));
}

/** The longest turn that is taken as meant: 31 days. */
const longestTurn = 31 * 24 * 3_600_000;

/** Why a turn cannot stand as asked, or undefined when it can. */
export function turnRefusal(
  turn: Pick<DutyTurn, 'from' | 'to'>,
): 'duty.endsBeforeItBegins' | 'duty.tooLong' | undefined {
  if (turn.to <= turn.from) return 'duty.endsBeforeItBegins';
  if (turn.to - turn.from > longestTurn) return 'duty.tooLong';
  return undefined;
}
