import { caseRoutes } from '@gezhi/contract/cases/index';
import type { CaseRow } from '@gezhi/contract/cases/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { onLive } from '../../../api/live.ts';
import { read } from '../../../api/query.ts';
import type { Read } from '../../../api/query.ts';
import { filtersOf } from '../search.ts';
import type { CasesSearch } from '../search.ts';
import type { ListSort } from './columns.ts';
import { isNews, type News, noNews, onceEach, patched, withNews } from './live-rows.ts';
import { readAgain } from './read-again.ts';

const PAGE = 100;
/** Of more changes at once the list says only that it may be out of date. */
const MOST_CHANGES = 400;

type Query = ReturnType<typeof filtersOf> & { readonly sort: ListSort };
type Pages = InfiniteData<Read<AnswerOf<typeof caseRoutes.list>>>;

/** What was kept back since the list was read, for which list. */
interface Held {
  readonly key: string;
  readonly news: News;
  /** Something may have changed that nobody told. */
  readonly outdated: boolean;
}

const rowsIn = (pages: Pages | undefined): CaseRow[] =>
  onceEach((pages?.pages ?? []).flatMap(({ value }) => value.rows));

/**
 * The list that the address asks for, page by page, kept up to date row by row: what changed is patched where it
 * stands, what would shift the list is kept back as news while somebody is in it.
 * @param somebodyIn whether somebody's pointer or keyboard is in the list now
 */
export function useWorkList(search: CasesSearch, somebodyIn: () => boolean) {
  const client = useQueryClient();
  const key = JSON.stringify({ ...filtersOf(search), sort: search.sort ?? 'due' });
  // By its text, so that the same filters are the same object from one drawing to the next.
  const query = useMemo(() => JSON.parse(key) as Query, [key]);
  const { sort } = query;
  const queryKey = useMemo(() => ['worklist', key], [key]);
  const list = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      read(caseRoutes.list, {
        query: { ...query, limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (last) => last.value.next,
    placeholderData: keepPreviousData,
    // It hears of changes itself; reading up to a hundred pages again would help nobody.
    meta: { patchesItself: true },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const { data } = list;
  const rows = useMemo(() => rowsIn(data), [data]);

  const [held, setHeld] = useState<Held>({ key, news: noNews, outdated: false });
  const { news, outdated } = held.key === key ? held : { news: noNews, outdated: false };
  const hold = useCallback(
    (change: (before: News) => News, stale?: boolean) =>
      setHeld((last) => {
        const before = last.key === key ? last : { news: noNews, outdated: false };
        return { key, news: change(before.news), outdated: stale ?? before.outdated };
      }),
    [key],
  );

  const show = useCallback(
    (now: News) => {
      client.setQueryData<Pages>(queryKey, (pages) => {
        const last = pages?.pages.at(-1);
        if (pages === undefined || last === undefined) return pages;
        const merged = withNews({ rows: rowsIn(pages), whole: false, sort }, now);
        const { next } = last.value;
        const { total, more } = pages.pages[0]?.value ?? {};
        const value = { rows: merged, total, ...(more && { more }), ...(next === undefined ? {} : { next }) };
        return { pages: [{ value, etag: undefined }], pageParams: [undefined] };
      });
      hold(() => noNews);
    },
    [client, queryKey, sort, hold],
  );

  const waiting = useRef(new Set<string>());
  const [heard, setHeard] = useState(0);
  useEffect(
    () =>
      onLive((changed) => {
        if (changed === 'reset') return hold((before) => before, true);
        for (const { kind, ref } of changed) if (kind.startsWith('case.')) waiting.current.add(ref);
        if (waiting.current.size > 0) setHeard((n) => n + 1);
      }),
    [hold],
  );

  const busy = list.isFetching || list.isPlaceholderData;
  const latest = useRef({ somebodyIn, news });
  useEffect(() => {
    latest.current = { somebodyIn, news };
  }, [somebodyIn, news]);
  useEffect(() => {
    const asked = [...waiting.current];
    // A page under way would overwrite what is patched now.
    if (busy || asked.length === 0) return;
    waiting.current = new Set();
    if (asked.length > MOST_CHANGES) return hold((before) => before, true);
    let stopped = false;
    let done = false;
    const patch = async () => {
      const again = await readAgain(query, asked);
      if (stopped) return;
      done = true;
      if (again === undefined) return hold((before) => before, true);
      const pages = client.getQueryData<Pages>(queryKey);
      const whole = pages?.pages.at(-1)?.value.next === undefined;
      const after = patched({ rows: rowsIn(pages), whole, sort }, latest.current.news, again);
      client.setQueryData<Pages>(queryKey, (now) => patchedPages(now, again.now, again.total));
      if (isNews(after.news) && !latest.current.somebodyIn()) show(after.news);
      else hold(() => after.news);
    };
    void patch();
    return () => {
      stopped = true;
      if (!done) for (const id of asked) waiting.current.add(id);
    };
  }, [heard, busy, query, sort, queryKey, client, hold, show]);

  const first = data?.pages[0]?.value;
  const total = first?.total ?? rows.length;
  const more = first?.more === true;
  return {
    list,
    /** Of which list these are the rows: filters and order as text. */
    key,
    rows,
    total,
    more,
    news,
    outdated,
    /** Puts the news into the list; where nobody knows what changed, reads it anew from the top. */
    update: () => {
      if (outdated) {
        hold(() => noNews, false);
        void client.resetQueries({ queryKey });
      } else show(news);
    },
  };
}

function patchedPages(
  before: Pages | undefined,
  now: ReadonlyMap<string, CaseRow>,
  total: number | undefined,
): Pages | undefined {
  if (before === undefined) return undefined;
  const pages = before.pages.map(({ value, etag }, index) => ({
    etag,
    value: {
      ...value,
      rows: value.rows.some(({ id }) => now.has(id)) ? value.rows.map((row) => now.get(row.id) ?? row) : value.rows,
      ...(index === 0 && total !== undefined ? { total } : {}),
    },
  }));
  return { ...before, pages };
}
