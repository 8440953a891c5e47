import type { CaseRow } from '@gezhi/contract/cases/index';
import type { ListSort } from './columns.ts';

/** What happened to a list since it was read and is not shown yet, so that nothing moves under the cursor. */
export interface News {
  /** Cases that now belong among the rows read. */
  readonly fresh: ReadonlyMap<string, CaseRow>;
  /** Rows shown that no longer fit the filters. */
  readonly gone: ReadonlySet<string>;
  /** Some row stands where its order no longer puts it. */
  readonly moved: boolean;
}

export const noNews: News = { fresh: new Map(), gone: new Set(), moved: false };

export const isNews = ({ fresh, gone, moved }: News): boolean => fresh.size > 0 || gone.size > 0 || moved;

/** Rows of a list as far as it was read. */
export interface Loaded {
  readonly rows: readonly CaseRow[];
  /** Nothing more is to be read. */
  readonly whole: boolean;
  readonly sort: ListSort;
}

/** What was read again after changes: the cases as they are now, and which of them fit the list. */
export interface Changes {
  readonly asked: readonly string[];
  readonly now: ReadonlyMap<string, CaseRow>;
  readonly fits: ReadonlySet<string>;
}

/** Rows without a due time come last. */
const never = '9999';

const keys = {
  due: (row: CaseRow) => row.next?.clock.dueAt ?? never,
  newest: (row: CaseRow) => row.reportedAt,
  updated: (row: CaseRow) => row.updatedAt,
} as const satisfies Record<ListSort, (row: CaseRow) => string>;

/** The order of the server: due first, or newest first, the id where both are the same. */
export function byOrder(sort: ListSort): (a: CaseRow, b: CaseRow) => number {
  const key = keys[sort];
  const sign = sort === 'due' ? 1 : -1;
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return (a, b) => sign * (compare(key(a), key(b)) || compare(a.id, b.id));
}

/** Rows read, each once: a case that moved down may come again with a later page. */
export function onceEach(rows: readonly CaseRow[]): CaseRow[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
}

/** Puts changed cases in the place of their old rows, where they stand; what would shift the list becomes news. */
export function patched(loaded: Loaded, news: News, { asked, now, fits }: Changes): { rows: CaseRow[]; news: News } {
  const rows = loaded.rows.map((row) => now.get(row.id) ?? row);
  const shown = new Set(rows.map(({ id }) => id));
  const order = byOrder(loaded.sort);
  const last = rows.at(-1);
  const fresh = new Map(news.fresh);
  const gone = new Set(news.gone);
  for (const id of asked) {
    const row = now.get(id);
    if (shown.has(id)) {
      if (fits.has(id)) gone.delete(id);
      else gone.add(id);
      continue;
    }
    fresh.delete(id);
    // What belongs behind the rows read comes by itself when one scrolls there.
    const within = loaded.whole || (row !== undefined && last !== undefined && order(row, last) < 0);
    if (row !== undefined && fits.has(id) && within) fresh.set(id, row);
  }
  const moved = rows.some((row, index) => {
    const before = rows[index - 1];
    return before !== undefined && order(before, row) > 0;
  });
  return { rows, news: { fresh, gone, moved } };
}

/** The rows with the news in them, in order. */
export function withNews({ rows, sort }: Loaded, { fresh, gone }: News): CaseRow[] {
  const added = [...fresh.values()].filter(({ id }) => !gone.has(id));
  const known = new Set(added.map(({ id }) => id));
  return [...rows.filter(({ id }) => !gone.has(id) && !known.has(id)), ...added].toSorted(byOrder(sort));
}
