import type { CaseFacts } from '@gezhi/domain/cases/index';
import type { Instant } from '@gezhi/domain/time';
import type { TestDatabase } from '../database/testing.ts';
import { newId } from '../new-id.ts';

const county = '450802';
const desk = '450802001013';
const day = 86_400_000;

/** A case as figures and faults read it. */
export interface Kept {
  readonly area: string;
  readonly category?: string;
  readonly state?: CaseFacts['state'];
  readonly light?: string;
  readonly due?: number | undefined;
  readonly facts?: Partial<CaseFacts>;
  readonly orgs?: readonly string[];
  readonly doc?: object;
  readonly daysAgo?: number;
  /** Instead of `daysAgo`. */
  readonly reportedAt?: Instant;
  readonly closed?: boolean;
}

function rowOf(
  {
    area,
    category = '01020401',
    state = 'handling',
    light = 'yellow',
    due,
    facts,
    doc,
    daysAgo = 1,
    reportedAt,
    closed = false,
  }: Kept,
  now: Instant,
) {
  const id = newId();
  const at = new Date(reportedAt ?? now - daysAgo * day).toISOString();
  const whole: CaseFacts = {
    case: id,
    state,
    split: false,
    reporter: 'resident',
    everAssigned: true,
    handBacks: 0,
    deferrals: 0,
    reworks: 0,
    ...facts,
  };
  return {
    county,
    id,
    number: `N${id.slice(-8)}`,
    version: 1,
    state,
    category,
    kind: 'ordinary',
    urgency: 'ordinary',
    level: 'community',
    area,
    scope_area: area,
    desk,
    home_desk: desk,
    channel: 'resident',
    description: '',
    reporter_kind: 'resident',
    light,
    due_at: due === undefined ? null : new Date(due).toISOString(),
    reported_at: at,
    updated_at: at,
    closed_at: closed ? at : null,
    orgs: [],
    party_areas: [],
    quarantined: false,
    facts: JSON.stringify(whole),
    doc: JSON.stringify(doc ?? { routing: { gap: false }, report: { onNoGrid: false } }),
    head: '',
  };
}

/** Writes the cases as they would stand in the tables, without their history. */
export async function keepCases(db: TestDatabase, now: Instant, cases: readonly Kept[]): Promise<void> {
  const rows = cases.map((kept) => ({ kept, row: rowOf(kept, now) }));
  await db.transaction({ county, system: true }, async (trx) => {
    await trx
      .insertInto('case_file')
      .values(rows.map(({ row }) => row))
      .execute();
    for (const { kept, row } of rows) {
      for (const [index, org] of (kept.orgs ?? []).entries()) {
        const order = { county, case_id: row.id, work_order: `wo.${index + 1}`, body: `org:${org}`, org };
        const more = { area: row.area, role: index === 0 ? 'lead' : 'supporting', state: 'working' };
        await trx
          .insertInto('work_order')
          .values({ ...order, ...more, sent_at: row.reported_at })
          .execute();
      }
    }
  });
}
