import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '@gezhi/contract/words/index';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type CsvColumn, csvLines } from './csv.ts';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string | undefined;
}

/** A sheet holds what Excel can open. */
const mostRows = 1_000_000;
const pageSize = 200;

/** Whether a list is asked for as CSV, by `?format=csv` or else by the Accept header. */
export function wantsCsv(request: FastifyRequest): boolean {
  if ((request.query as { format?: unknown }).format === 'csv') return true;
  // Once parsed the query has its default, so only the address tells whether a format was asked for.
  return !/[?&]format=/.test(request.url) && /^\s*text\/csv\b/i.test(request.headers.accept ?? '');
}

/**
 * Sends a whole list as a sheet, page after page. The first page is read before anything is sent, so that a refusal
 * is still a refusal.
 */
export async function sendAsCsv<Row>(
  reply: FastifyReply,
  name: string,
  columns: readonly CsvColumn<Row>[],
  readPage: (cursor: string | undefined, limit: number) => Promise<Page<Row> | Refusal>,
  locale: Locale,
): Promise<Refusal | undefined> {
  const first = await readPage(undefined, pageSize);
  if (isRefusal(first)) return first;
  async function* pages(head: Page<Row>): AsyncGenerator<readonly Row[]> {
    yield head.rows;
    let count = head.rows.length;
    for (let next = head.next; next !== undefined && count < mostRows; ) {
      const page = await readPage(next, pageSize);
      // Rights may end while the sheet is being sent; then it ends there.
      if (isRefusal(page)) return;
      yield page.rows;
      count += page.rows.length;
      next = page.next;
    }
  }
  await reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(csvLines(columns, pages(first), locale)));
  return undefined;
}
