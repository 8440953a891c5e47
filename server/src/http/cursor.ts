import { z } from 'zod';
import type { Keys } from '../keys/index.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** Values of the sort columns of the last row shown. */
export type Position = readonly (string | number | null)[];

const positionShape = z.array(z.union([z.string(), z.number(), z.null()])).max(8);
const tagLength = 22;

/** A cursor for the page after a row: opaque to the caller, signed so that only what we gave comes back. */
export function cursorAfter(keys: Keys, list: string, position: Position): string {
  const body = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${keys.hmac(`cursor ${list}`, body).slice(0, tagLength)}${body}`;
}

/** The position in a cursor of this list; undefined without cursor; a refusal for one we did not give. */
export function positionIn(keys: Keys, list: string, cursor: string | undefined): Position | Refusal | undefined {
  if (cursor === undefined) return undefined;
  const body = cursor.slice(tagLength);
  if (keys.hmac(`cursor ${list}`, body).slice(0, tagLength) !== cursor.slice(0, tagLength))
    return refuse('http.cursor');
  return positionShape.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
}

/** A page of rows from one row more than asked for, with the cursor of the next where there is one. */
export function pageOf<Row, Shown>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Shown,
  after: (row: Row) => string,
): { rows: Shown[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? { next: after(last) } : {};
  return { rows: shown.map(show), ...next };
}
