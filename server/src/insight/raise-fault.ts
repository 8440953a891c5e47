import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
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
  await insertFault(trx, {
    county: fault.county,
    id: newId(),
    kind: fault.kind,
    ref: fault.ref,
    case_id: fault.caseId ?? null,
    area: fault.area,
    detail: fault.detail ?? {},
    at: new Date(fault.at).toISOString(),
  });
}

/** Takes a fault off the page once what was missing is there. Needs the system's scope. */
export async function clearFault(trx: Trx, fault: Pick<Fault, 'county' | 'kind' | 'ref' | 'at'>): Promise<void> {
  await clearFaultRows(trx, fault.county, fault.kind, fault.ref, new Date(fault.at).toISOString());
}
