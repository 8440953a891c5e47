/** A page as the API gives it, and where to go on. */
interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string | undefined;
}

/** What is asked of every page. */
export type Paging = { readonly limit: number; readonly cursor?: string };

/** Every row of a list, page after page. */
export async function allRows<Row>(read: (paging: Paging) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await read({ limit: 200, ...(cursor !== undefined && { cursor }) });
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
    cursor = page.next;
  }
}
