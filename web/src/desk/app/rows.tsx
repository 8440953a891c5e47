import { DownloadOutlined } from '@ant-design/icons';
import type { AnswerOf, QueryInputOf, Route } from '@gezhi/contract/route';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { addressOf } from '../../api/address.ts';
import { problemOf, read } from '../../api/query.ts';
import type { InputOf } from '../../api/call.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import './rows.css';
import { RowsScroll } from './rows-scroll.tsx';

/** One column of a list. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Takes the room that is left, and wraps. */
  readonly wide?: boolean;
  /** Figures stand under each other, to the right. */
  readonly figure?: boolean;
}

type RowOf<R> = AnswerOf<R> extends { readonly rows: readonly (infer Row)[] } ? Row : never;

interface RowsProps<R extends Route> {
  readonly route: R;
  /** Path parts, for a list under something. */
  readonly params?: unknown;
  readonly query: Omit<QueryInputOf<R> & object, 'cursor' | 'limit' | 'format'>;
  readonly columns: readonly Column<RowOf<R>>[];
  readonly keyOf: (row: RowOf<R>) => string;
  readonly empty: string;
  readonly hint?: string;
  readonly label: string;
}

/** Any list of the API as a table: by keyset pages, with its CSV, its empty and failed states. */
export function Rows<R extends Route>({ route, params, query, columns, keyOf, empty, hint, label }: RowsProps<R>) {
  const say = useSay();
  const list = useInfiniteQuery({
    queryKey: [route.name, { params, query }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(route, { params, query: { ...query, limit: 100, cursor: pageParam } } as unknown as InputOf<R>),
    getNextPageParam: (last) => (last.value as { readonly next?: string }).next,
  });
  if (list.isPending) return <Loading rows={6} />;
  if (list.isError) return <Failed problem={problemOf(list.error)} retry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap(({ value }) => (value as { readonly rows: readonly RowOf<R>[] }).rows);
  if (rows.length === 0) return <Empty title={empty} {...(hint === undefined ? {} : { hint })} />;
  return (
    <>
      <RowsScroll>
        <table className="rows" aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ key, title, figure }) => (
                <th key={key} scope="col" className={figure === true ? 'rows-figure' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ key, cell, wide, figure }) => (
                  <td key={key} className={wide === true ? 'rows-wide' : figure === true ? 'rows-figure' : undefined}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </RowsScroll>
      <div className="rows-foot">
        {list.hasNextPage ? (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {say('ui.more')}
          </Button>
        ) : null}
        {route.csv === true ? (
          <Button
            type="text"
            icon={<DownloadOutlined />}
            href={addressOf(route.path, params, { ...query, format: 'csv' })}
          >
            {say('cases.csv')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
