import { caseRoutes } from '@gezhi/contract/cases/index';
import { read } from '../../../api/query.ts';
import type { filtersOf } from '../search.ts';
import type { ListSort } from './columns.ts';
import type { Changes } from './live-rows.ts';

/** Cases that one request may name. */
const AT_ONCE = 100;

/** What became of some cases: how they are now, which of them fit the list, and how many fit it in all. */
export interface Again extends Changes {
  readonly total: number | undefined;
}

/** Reads changed cases again; undefined where the line or the server fails. */
export async function readAgain(
  query: ReturnType<typeof filtersOf> & { readonly sort: ListSort },
  asked: readonly string[],
): Promise<Again | undefined> {
  const parts = Array.from({ length: Math.ceil(asked.length / AT_ONCE) }, (_, part) =>
    asked.slice(part * AT_ONCE, (part + 1) * AT_ONCE).join(','),
  );
  const rowsOf = async (within: Partial<typeof query>) => {
    const pages = await Promise.all(
      parts.map((ids) => read(caseRoutes.list, { query: { ...within, ids, limit: AT_ONCE } })),
    );
    return pages.flatMap(({ value }) => value.rows);
  };
  try {
    const [now, fitting, first] = await Promise.all([
      rowsOf({}),
      rowsOf(query),
      read(caseRoutes.list, { query: { ...query, limit: 1 } }),
    ]);
    return {
      asked,
      now: new Map([...now, ...fitting].map((row) => [row.id, row])),
      fits: new Set(fitting.map(({ id }) => id)),
      total: first.value.total,
    };
  } catch {
    return undefined;
  }
}
