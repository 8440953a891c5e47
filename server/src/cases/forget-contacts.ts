import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import { destroySubjectKey, recordReveal } from '../people/index.ts';
import type { CaseDeps } from './deps.ts';

const dayMs = 86_400_000;
const atOnce = 200;

/** Who is named on the record where the rule, and no person, had something destroyed. */
const byRule = 'retention';

interface Due {
  readonly id: string;
  readonly area: string;
  readonly case_id: string | null;
}

/** People whose case, or the one they joined, ended before an instant, and whose contact can still be read. */
const listDue = (trx: Trx, county: string, before: string): Promise<readonly Due[]> =>
  trx
    .selectFrom('subject')
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.county', '=', 'subject.county').onRef('case_file.id', '=', 'subject.case_id'),
    )
    .select(['subject.id', 'subject.area', 'subject.case_id'])
    .where('subject.county', '=', county)
    .where('subject.wrapped_key', 'is not', null)
    .where('case_file.closed_at', '<', before)
    .limit(atOnce)
    .execute();

async function forgetSome(trx: Trx, county: string, before: string, at: string): Promise<number> {
  const due = await listDue(trx, county, before);
  for (const { id, area, case_id } of due) {
    await destroySubjectKey(trx, county, id, at);
    await recordReveal(trx, {
      county,
      person: byRule,
      what: 'erased',
      subject: id,
      area,
      purpose: byRule,
      at,
      ...(case_id !== null && { caseId: case_id }),
    });
  }
  return due.length;
}

/**
 * Destroys the contact left with every case that ended longer ago than the county's settings keep it, each on the
 * record. Answers how many. Run it daily: a second run finds nothing.
 */
export async function forgetContacts(deps: Pick<CaseDeps, 'db' | 'clock' | 'places' | 'rules'>): Promise<number> {
  const now: Instant = deps.clock.now();
  const at = new Date(now).toISOString();
  let forgotten = 0;
  for (const { code: county } of deps.places.served()) {
    const { retention } = await deps.rules(county, now);
    const before = new Date(now - retention.contactDays * dayMs).toISOString();
    for (let some = atOnce; some === atOnce; forgotten += some)
      some = await deps.db.transaction({ county, system: true }, (trx) => forgetSome(trx, county, before, at));
  }
  return forgotten;
}
