import type { Instant } from '@gezhi/domain/time';
import { asSystem, type Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { clearFaultRows, insertFault } from './fault-store.ts';

/** Something that was not done and must not be silent. */
export interface Fault {
  readonly county: string;
  /** Its words are in the catalogue under `fault.<kind>`. */
  readonly kind: string;
  /** What it is about: an id or a code. One fault of a kind stands open about one thing. */
  readonly ref: string;
  readonly caseId?: string;
  /** Whose administrators see it: the area it is about, or the county's code. */
  readonly area: string;
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly at: Instant;
}

/** Puts a fault on the administrator's page, within the transaction in which it showed. Once is enough. */
export async function raiseFault(trx: Trx, fault: Fault): Promise<void> {
  const { county, kind, ref, area } = fault;
  const row = { county, id: newId(), kind, ref, area, case_id: fault.caseId ?? null, detail: fault.detail ?? {} };
  const at = new Date(fault.at).toISOString();
  // Whoever's act it was that showed it, the fault is not theirs to see.
  await asSystem(trx, county, () => insertFault(trx, { ...row, at }));
}

/** Takes a fault off the page once what was missing is there. */
export async function clearFault(trx: Trx, fault: Pick<Fault, 'county' | 'kind' | 'ref' | 'at'>): Promise<void> {
  const { county, kind, ref } = fault;
  const at = new Date(fault.at).toISOString();
  await asSystem(trx, county, () => clearFaultRows(trx, county, kind, ref, at));
}
