import { type CaseRow, caseRoutes } from '@gezhi/contract/cases/index';
import type { Town } from './town.ts';

/** Every case that the county's commander sees, page by page, the oldest first. */
export async function everyCase({ staff }: Pick<Town, 'staff'>): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const query = { sort: 'newest' as const, limit: 200, ...(cursor !== undefined && { cursor }) };
    const page = await staff.client('county').call(caseRoutes.list, { query });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows.toReversed();
}
