import type { Body } from '@gezhi/domain/cases/index';
import type { Trx } from '../database/index.ts';
import type { Refusal } from '../refusal.ts';

/** A case on which somebody owes work, by name. */
export interface OwedCase {
  readonly id: string;
  readonly number: string;
  readonly description: string;
}

/** Gives what one body owes on a case to another, within a transaction, as the program. */
export type HandOn = (
  trx: Trx,
  given: { readonly caseId: string; readonly from: Body; readonly to: Body },
) => Promise<Refusal | undefined>;

/** What people ask of open work, and the one thing they may do to it: give it to who takes over. Cases answer it. */
export interface OpenWork {
  /** Cases on which a body has an open work order. Reads as the program. */
  owedBy(trx: Trx, county: string, body: Body): Promise<readonly OwedCase[]>;
  /** Cases on which the open work order of a body was passed to this person. Reads as the program. */
  assignedTo(trx: Trx, county: string, body: Body, person: string): Promise<readonly OwedCase[]>;
  /** Handled cases in an area that wait to be verified, at most `limit`. Reads as the program. */
  toVerify(trx: Trx, county: string, area: string, limit: number): Promise<readonly OwedCase[]>;
  /** Reads what decisions need, before the transaction in which work is handed on. */
  prepare(county: string): Promise<HandOn>;
}
