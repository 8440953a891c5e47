import { type Expression, type SqlBool, sql } from 'kysely';

/** Comes after every text that begins with the word. */
export const until = (word: string): string => `${word}\uffff`;

/**
 * Codes that begin so, by a range in the order of the indexes, which is not that of every database. PostgreSQL looks this up
 * below row-level security, where `like` and patterns would be tried on each row.
 */
export const beginsWith = (column: 'scope_area' | 'category' | 'area', code: string): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.ref(column)} collate "C" >= ${code} and ${sql.ref(column)} collate "C" < ${until(code)})`;
