import type { Instant } from '../../time.ts';
import type { Rating } from '../case.ts';
import type { CaseState } from '../state.ts';

/** A clock as far as rates are concerned. */
export interface ClockFact {
  /** When it ends or ended. Absent while it stands still, or once it was dropped undone (withdrawn before it ended). */
  readonly due?: Instant;
  /** When what it times was done; absent while it is owed, also when it is owed again (rework). */
  readonly doneAt?: Instant;
}

/** One case as the rates see it: a row of facts, nothing that needs its history. */
export interface CaseFacts {
  readonly case: string;
  readonly state: CaseState;
  /** Split into children, which stand in the rates themselves: it stands in none. */
  readonly split: boolean;
  readonly reporter: 'resident' | 'staff' | 'source';
  /** Contacting the reporter: the clock begun by the first acknowledgement or report-in. */
  readonly contact?: ClockFact;
  /** The handle clock, or the summons' result where that ends earlier. Solved on the spot: done, and never due. */
  readonly handle?: ClockFact;
  /** The answer that counts, by `countingRating`. */
  readonly rating?: Pick<Rating, 'solved' | 'satisfied'>;
  /** Ever dispatched, assigned to a desk or summoned. */
  readonly everAssigned: boolean;
  /** Hand-backs upheld. */
  readonly handBacks: number;
  /** Deferrals granted. */
  readonly deferrals: number;
  /** Failed verifications and upheld reopenings. */
  readonly reworks: number;
}
