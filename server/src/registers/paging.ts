import type { Keys } from '../keys/index.ts';
import { cursorAfter, pageOf, positionIn } from '../http/index.ts';
import { isRefusal, type Refusal } from '../refusal.ts';

interface Paged {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Where a page begins: after the row with this value of the sort column and this id. */
export interface After {
  readonly at: string;
  readonly id: string;
}

/**
 * One page of a list: reads the cursor, asks for one row more than wanted, makes the cursor of the next.
 * @param place the sort column and id of a row
 */
export async function pageBy<Row, Shown>(
  keys: Keys,
  list: string,
  query: Paged,
  steps: {
    readonly read: (after: After | undefined, limit: number) => Promise<readonly Row[]>;
    readonly show: (rows: readonly Row[]) => Promise<readonly Shown[]>;
    readonly place: (row: Row) => readonly [string, string];
  },
): Promise<{ rows: Shown[]; next?: string } | Refusal> {
  const position = positionIn(keys, list, query.cursor);
  if (isRefusal(position)) return position;
  const after = position === undefined ? undefined : { at: String(position[0]), id: String(position[1]) };
  const found = await steps.read(after, query.limit + 1);
  const { rows, ...next } = pageOf(
    found,
    query.limit,
    (row) => row,
    (row) => cursorAfter(keys, list, steps.place(row)),
  );
  return { rows: [...(await steps.show(rows))], ...next };
}

/** What LIKE takes for a part of a text. */
export function likePart(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
}
