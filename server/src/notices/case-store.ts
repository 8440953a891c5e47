import type { CaseEvent } from '@gezhi/domain/cases/index';
import type { Trx } from '../database/index.ts';

/** What a message says of a case, and whom it can reach. */
export interface CaseLine {
  readonly id: string;
  readonly number: string;
  readonly category: string;
  /** Whose staff may see it. */
  readonly area: string;
  readonly subject: string | null;
  readonly reporterPerson: string | null;
}

const line = ['id', 'number', 'category', 'scope_area', 'subject', 'reporter_person'] as const;

interface Row {
  readonly id: string;
  readonly number: string;
  readonly category: string;
  readonly scope_area: string;
  readonly subject: string | null;
  readonly reporter_person: string | null;
}

const lineOf = ({ scope_area: area, reporter_person: reporterPerson, ...row }: Row): CaseLine => ({
  ...row,
  area,
  reporterPerson,
});

/** What is said of cases, by id. */
export async function getCaseLines(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseLine>> {
  const rows = await trx
    .selectFrom('case_file')
    .select(line)
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, lineOf(row)]));
}

/** The cases that stand merged into one. */
export async function listMergedInto(trx: Trx, county: string, id: string): Promise<readonly CaseLine[]> {
  const rows = await trx
    .selectFrom('case_file')
    .select(line)
    .where('county', '=', county)
    .where('merged_into', '=', id)
    .execute();
  return rows.map(lineOf);
}

/** The histories of cases from their first event, by id of the case. */
export async function readHistories(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const rows = await trx
    .selectFrom('case_event')
    .select(['case_id', 'event'])
    .where('county', '=', county)
    .where('case_id', 'in', ids)
    .orderBy('case_id')
    .orderBy('seq')
    .execute();
  const byCase = Map.groupBy(rows, (row) => row.case_id);
  return new Map([...byCase].map(([id, own]) => [id, own.map(({ event }) => event as CaseEvent)]));
}

/** Those who said "me too" and left an address. */
export async function listSupporterSubjects(trx: Trx, county: string, id: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('case_support')
    .select('subject')
    .where('county', '=', county)
    .where('case_id', '=', id)
    .where('subject', 'is not', null)
    .execute();
  return rows.flatMap(({ subject }) => (subject === null ? [] : [subject]));
}
